using System.Net.Sockets;
using GenesysLambdas.Cli.Emulator;

namespace GenesysLambdas.Cli.Commands;

/// <summary>Makes emulators for the commands, and sentences of what keeps them from being made.</summary>
internal static class Emulation
{
    /// <summary>Takes the port.</summary>
    /// <exception cref="ToolException">The port cannot be had.</exception>
    public static LambdaEmulator Bind(EmulatorOptions options)
    {
        try
        {
            return LambdaEmulator.Bind(options);
        }
        catch (SocketException exception)
        {
            throw new ToolException(exception.SocketErrorCode switch
            {
                SocketError.AddressAlreadyInUse => $"Port {options.Port} is in use: choose another with --port, or --port 0 for any free one.",
                SocketError.AccessDenied => $"Port {options.Port} is not for ordinary users: choose one above 1023 with --port.",
                _ => $"Cannot listen on port {options.Port}: {exception.Message}.",
            });
        }
    }

    /// <summary>The functions' executable.</summary>
    /// <exception cref="ToolException">There is none.</exception>
    public static FunctionExecutable Locate(Func<FunctionExecutable> executable)
    {
        try
        {
            return executable();
        }
        catch (FileNotFoundException exception)
        {
            throw new ToolException(exception.Message);
        }
    }
}
