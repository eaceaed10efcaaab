using System.Runtime.InteropServices;
using System.Text;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using GenesysLambdas.Core.Requests;
using GenesysLambdas.Core.Telemetry;

namespace GenesysLambdas.Core.Hosting;

/// <summary>The method of a lookup that Lambda calls.</summary>
public delegate Task<Answer> LookupFunction(LookupRequest request, ILambdaContext context);

/// <summary>Runs one of a program's functions in Lambda.</summary>
public static class FunctionHost
{
    /// <summary>
    /// Runs the function that the environment variable <c>ANNOTATIONS_HANDLER</c> names, until SIGTERM. If it cannot start, the reason
    /// is written to standard error and reported to the runtime API.
    /// </summary>
    /// <returns>The process's exit code: 0 after SIGTERM, otherwise 1.</returns>
    public static Task<int> RunAsync(IReadOnlyDictionary<string, Func<LookupHost, LookupFunction>> functions) => RunAsync(
        functions, Environment.GetEnvironmentVariable(HostSettings.Handler), Environment.GetEnvironmentVariable(HostSettings.RuntimeApi));

    internal static async Task<int> RunAsync(IReadOnlyDictionary<string, Func<LookupHost, LookupFunction>> functions, string? name, string? runtimeApi)
    {
        var errors = new LogOutput(LogOutput.Open(Console.OpenStandardError));
        if (string.IsNullOrEmpty(runtimeApi))
        {
            return await FailAsync(
                errors,
                "AWS_LAMBDA_RUNTIME_API is not set. This is a Lambda function: it runs in AWS Lambda, or under an emulator that sets this variable.");
        }

        LookupFunction? function = null;
        using var shutdown = new Shutdown();
        using var http = RuntimeApiConnection.CreateClient(shutdown, errors);
        using var bootstrap = LambdaBootstrapBuilder
            .Create<LookupRequest, Answer>((request, context) => function!(request, context), new LookupSerializer())
            .ConfigureOptions(options => options.RuntimeApiEndpoint = runtimeApi)
            .UseHttpClient(http)
            .UseBootstrapHandler(() =>
            {
                // The bootstrap reports to the runtime API whatever is thrown here.
                function = Find(functions, name)(LookupHost.ForLambda());
                return Task.FromResult(true);
            })
            .Build();
        try
        {
            var running = bootstrap.RunAsync(shutdown.Complete);

            // Registered only now, so that the first event does not wait for it.
            using var termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
            {
                signal.Cancel = true;
                shutdown.Request();
            });
            await running;
        }
        catch (Exception exception)
        {
            return await FailAsync(errors, exception is UnknownFunctionException ? exception.Message : exception.ToString());
        }

        return shutdown.Reason is { } reason ? await FailAsync(errors, reason) : 0;
    }

    private static Func<LookupHost, LookupFunction> Find(IReadOnlyDictionary<string, Func<LookupHost, LookupFunction>> functions, string? name) =>
        functions.GetValueOrDefault(name ?? "") ?? throw new UnknownFunctionException(
            $"{HostSettings.Handler} is {(string.IsNullOrEmpty(name) ? "not set" : $"'{name}'")}; it must be one of: {string.Join(", ", functions.Keys)}.");

    private static async Task<int> FailAsync(LogOutput errors, string reason)
    {
        await errors.WriteAsync(Encoding.UTF8.GetBytes(reason + Environment.NewLine));
        return 1;
    }

    private sealed class UnknownFunctionException(string message) : Exception(message);
}
