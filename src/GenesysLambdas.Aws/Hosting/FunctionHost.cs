using System.ComponentModel;
using Amazon.Lambda.RuntimeSupport;

namespace GenesysLambdas.Aws;

/// <summary>What a generated <c>Main</c> calls. Not for hand-written code: AWS's packages have no such class.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FunctionHost
{
    /// <summary>
    /// Runs the function whose method the environment variable <c>ANNOTATIONS_HANDLER</c> names. If it cannot start, the reason is
    /// written to standard error and reported to the runtime API's init error.
    /// </summary>
    /// <param name="names">The names to choose from.</param>
    /// <param name="create">Creates the function with one of these names.</param>
    /// <returns>The process's exit code: 0 after an orderly end, otherwise 1.</returns>
    public static async Task<int> RunAsync(string[] names, Func<string, LambdaBootstrapBuilder> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        LambdaBootstrapBuilder function;
        try
        {
            var name = Environment.GetEnvironmentVariable("ANNOTATIONS_HANDLER");
            function = Array.IndexOf(names, name) >= 0 ? create(name!) : throw UnknownHandler(name, names);
        }
#pragma warning disable CA1031 // Whatever keeps the function from starting is reported, and ends the process.
        catch (Exception e)
#pragma warning restore CA1031
        {
            await Console.Error.WriteLineAsync(e is UnknownHandlerException ? e.Message : e.ToString());
            await ReportAsync(e);
            return 1;
        }

        try
        {
            using var bootstrap = function.Build();
            await bootstrap.RunAsync();
            return 0;
        }
#pragma warning disable CA1031 // As above; the bootstrap has reported it already.
        catch (Exception e)
#pragma warning restore CA1031
        {
            await Console.Error.WriteLineAsync(e is RuntimeApiException ? e.Message : e.ToString());
            return 1;
        }
    }

    private static UnknownHandlerException UnknownHandler(string? name, string[] names) => new(
        $"ANNOTATIONS_HANDLER is {(string.IsNullOrEmpty(name) ? "not set" : $"'{name}'")}; it must be one of: {string.Join(", ", names)}.");

    private static async Task ReportAsync(Exception exception)
    {
        try
        {
            using var http = RuntimeApiClient.CreateHttpClient();
            await new RuntimeApiClient(http).FailInitializationAsync(exception);
        }
        catch (RuntimeApiException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
        }
    }

    private sealed class UnknownHandlerException(string message) : Exception(message);
}
