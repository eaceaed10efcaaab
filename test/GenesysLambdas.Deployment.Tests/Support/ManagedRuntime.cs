using GenesysLambdas.Local.Emulator;

namespace GenesysLambdas.Deployment.Tests.Support;

/// <summary>
/// How Lambda's managed .NET runtime starts a function whose handler is a program's name
/// (github.com/aws/aws-lambda-dotnet, Libraries/src/Amazon.Lambda.RuntimeSupport/bootstrap.sh).
/// </summary>
internal static class ManagedRuntime
{
    /// <summary>The assembly, run by <c>dotnet exec</c>, where there is one; else the executable.</summary>
    /// <param name="taskRoot">The folder that the function was unpacked into.</param>
    /// <param name="handler">The function's handler.</param>
    public static FunctionExecutable Executable(string taskRoot, string handler)
    {
        var assembly = Path.Combine(taskRoot, handler + ".dll");
        return File.Exists(assembly)
            ? new FunctionExecutable("dotnet", ["exec", assembly])
            : new FunctionExecutable(Path.Combine(taskRoot, handler), []);
    }

    /// <summary>The environment variables that it sets.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Variables(string taskRoot, string handler) =>
    [
        new("LAMBDA_TASK_ROOT", taskRoot),
        new("_HANDLER", handler),
        new("AWS_EXECUTION_ENV", "AWS_Lambda_dotnet10"),
        new("AWS_LAMBDA_LOG_FORMAT", "JSON"),
    ];
}
