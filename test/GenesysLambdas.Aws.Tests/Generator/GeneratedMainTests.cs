using System.Text.Json;
using GenesysLambdas.Aws.Tests.Lambda;

namespace GenesysLambdas.Aws.Tests.Generator;

/// <summary>Compiles sample functions, runs them and sends them events.</summary>
public sealed class GeneratedMainTests
{
    [Theory]
    [InlineData("GreetAtOnce", """{"Name":"Ann"}""", "{\"Text\":\"Hello, Ann (1) from Greeting, Root=1\"}")]
    [InlineData("Forget", """{"Name":"Ann"}""", "")]
    [InlineData("Wait", "anything", "")]
    [InlineData("Echo", "anything", "anything")]
    [InlineData("Nothing", "anything", "\"nothing asked\"")]
    [InlineData("Shout", """{"Name":"Ann"}""", "\"SHOUTED Answer { Text = Ann }\"")]
    public async Task The_named_function_answers_and_the_process_ends_when_told_to_run_once(string name, string body, string answer)
    {
        await using var server = new RuntimeApiServer().Enqueue(body, "1", ("Lambda-Runtime-Trace-Id", "Root=1"));
        using var process = new SampleProcess(
            SampleFunctions.All, server, ("ANNOTATIONS_HANDLER", name), ("AWS_LAMBDA_FUNCTION_NAME", "Greeting"), ("AWS_LAMBDA_DOTNET_DEBUG_RUN_ONCE", "true"));

        Assert.Equal(answer, (await server.PostedAsync()).Body);
        Assert.Equal(0, (await process.ExitAsync()).ExitCode);
    }

    [Fact]
    public async Task Each_invocation_has_a_service_scope_of_its_own_that_is_disposed_of_after_it()
    {
        await using var server = new RuntimeApiServer().Enqueue("""{"Name":"Ann"}""", "1").Enqueue("""{"Name":"Bob"}""", "2");
        using var process = new SampleProcess(SampleFunctions.All, server, ("ANNOTATIONS_HANDLER", "Greet"));

        Assert.Equal("> Hello, Ann (1), none, True", Text(await server.PostedAsync()));
        Assert.Equal("> Hello, Bob (1), True, True", Text(await server.PostedAsync()));
    }

    [Fact]
    public async Task SIGTERM_lets_the_running_invocation_finish_and_ends_with_exit_code_0()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM");
        await using var server = new RuntimeApiServer().Enqueue("""{"Name":"running"}""");
        using var process = new SampleProcess(SampleFunctions.All, server, ("ANNOTATIONS_HANDLER", "AskToEnd"));

        Assert.Equal("""{"Text":"running"}""", (await server.PostedAsync()).Body);
        Assert.Equal(0, (await process.ExitAsync()).ExitCode);
    }

    [Fact]
    public async Task SIGTERM_while_waiting_for_an_event_ends_with_exit_code_0()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM");
        await using var server = new RuntimeApiServer().Enqueue("x", "1");
        using var process = new SampleProcess(SampleFunctions.All, server, ("ANNOTATIONS_HANDLER", "Echo"));
        await server.PostedAsync();

        process.Terminate();

        Assert.Equal(0, (await process.ExitAsync()).ExitCode);
    }

    [Theory]
    [InlineData("Gret", "ANNOTATIONS_HANDLER is 'Gret'; it must be one of: Greet, GreetAtOnce, Forget, Wait, Echo, Nothing, Shout, Log, MeetAnother, AskToEnd.")]
    [InlineData(null, "ANNOTATIONS_HANDLER is not set; it must be one of: Greet, GreetAtOnce, Forget, Wait, Echo, Nothing, Shout, Log, MeetAnother, AskToEnd.")]
    public async Task An_unknown_handler_is_an_error_that_lists_the_valid_names(string? name, string message)
    {
        await using var server = new RuntimeApiServer();
        using var process = new SampleProcess(SampleFunctions.All, server, ("ANNOTATIONS_HANDLER", name));

        var error = await server.PostedAsync();
        var (exitCode, _, output) = await process.ExitAsync();

        Assert.EndsWith("/runtime/init/error", error.Path, StringComparison.Ordinal);
        Assert.Equal(message, Message(error));
        Assert.Equal(1, exitCode);
        Assert.Contains(message, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public void ConfigureServices(IServiceCollection services) => throw new InvalidOperationException(\"Cannot start.\");", "")]
    [InlineData("public void ConfigureServices(IServiceCollection services) { }", "public Greeting() => throw new InvalidOperationException(\"Cannot start.\");")]
    public async Task A_startup_or_constructor_that_throws_is_an_init_error_with_exit_code_1(string configure, string constructor)
    {
        await using var server = new RuntimeApiServer();
        using var process = new SampleProcess(
            $$"""
            {{SampleFunctions.Assembly}}
            namespace Sample;
            [LambdaStartup] public class Startup { {{configure}} }
            public class Greeting { {{constructor}} [LambdaFunction] public string Greet(string name) => name; }
            """,
            server,
            ("ANNOTATIONS_HANDLER", "Greet"));

        var error = await server.PostedAsync();
        var (exitCode, _, output) = await process.ExitAsync();

        Assert.EndsWith("/runtime/init/error", error.Path, StringComparison.Ordinal);
        Assert.Equal("Cannot start.", Message(error));
        Assert.Equal(1, exitCode);
        Assert.Contains("Cannot start.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_startup_class_and_a_namespace_a_function_works_too()
    {
        await using var server = new RuntimeApiServer().Enqueue("\"Ann\"");
        using var process = new SampleProcess(
            SampleFunctions.Assembly + """public class Greeting { [LambdaFunction] public string Greet(string name) => "Hello, " + name; }""",
            server,
            ("ANNOTATIONS_HANDLER", "Greet"));

        Assert.Equal("\"Hello, Ann\"", (await server.PostedAsync()).Body);
    }

    [Theory]
    [InlineData("Text", "^[0-9-]{10}T[0-9:.]{12}Z\tid-1\tWarning\t\"low\" disk\nas it is\n$")]
    [InlineData("JSON", "^\\{\"timestamp\":\"[0-9-]{10}T[0-9:.]{12}Z\",\"level\":\"Warning\",\"requestId\":\"id-1\",\"message\":\"\\\\u0022low\\\\u0022 disk\"\\}\nas it is\n$")]
    public async Task The_contexts_logger_writes_in_the_functions_format_from_the_functions_level_on(string format, string log)
    {
        await using var server = new RuntimeApiServer().Enqueue("", "id-1");
        using var process = new SampleProcess(
            SampleFunctions.All,
            server,
            ("ANNOTATIONS_HANDLER", "Log"),
            ("AWS_LAMBDA_LOG_FORMAT", format),
            ("AWS_LAMBDA_LOG_LEVEL", "WARN"),
            ("AWS_LAMBDA_DOTNET_DEBUG_RUN_ONCE", "true"));

        Assert.Matches(log, (await process.ExitAsync()).Output);
    }

    [Fact]
    public async Task With_concurrency_invocations_run_at_once()
    {
        await using var server = new RuntimeApiServer().Enqueue("", "1").Enqueue("", "2");
        using var process = new SampleProcess(SampleFunctions.All, server, ("ANNOTATIONS_HANDLER", "MeetAnother"), ("AWS_LAMBDA_MAX_CONCURRENCY", "2"));

        Assert.Equal("true", (await server.PostedAsync()).Body);
        Assert.Equal("true", (await server.PostedAsync()).Body);
    }

    [Fact]
    public async Task Outside_Lambda_a_function_says_where_it_runs()
    {
        await using var server = new RuntimeApiServer();
        using var process = new SampleProcess(SampleFunctions.All, server, ("ANNOTATIONS_HANDLER", "Greet"), ("AWS_LAMBDA_RUNTIME_API", null));

        var (exitCode, _, output) = await process.ExitAsync();

        Assert.Equal(1, exitCode);
        Assert.StartsWith("AWS_LAMBDA_RUNTIME_API is not set.", output, StringComparison.Ordinal);
    }

    private static string? Message(Request error)
    {
        using var json = JsonDocument.Parse(error.Body);
        return json.RootElement.GetProperty("errorMessage").GetString();
    }

    private static string? Text(Request answer)
    {
        using var json = JsonDocument.Parse(answer.Body);
        return json.RootElement.GetProperty("Text").GetString();
    }
}
