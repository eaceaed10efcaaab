using System.Text.Json;

namespace GenesysLambdas.Aws.Tests.Generator;

/// <summary>Compiles sample functions, runs them and sends them events.</summary>
public sealed class GeneratedFunctionTests
{
    [Fact]
    public async Task A_function_that_is_not_asynchronous_gets_the_event_the_context_and_services()
    {
        await using var server = new RuntimeApiServer().Enqueue("""{"Name":"Ann"}""", "1", ("Lambda-Runtime-Trace-Id", "Root=1"));
        using var process = new SampleProcess(server, ("FUNCTION", "GreetAtOnce"), ("AWS_LAMBDA_FUNCTION_NAME", "Greeting"), ("AWS_LAMBDA_DOTNET_DEBUG_RUN_ONCE", "true"));

        Assert.Equal("Hello, Ann (1) from Greeting, Root=1", Text(await server.PostedAsync()));
        Assert.Equal(0, (await process.ExitAsync()).ExitCode);
    }

    [Fact]
    public async Task Each_invocation_has_a_service_scope_of_its_own_that_is_disposed_of_after_it()
    {
        await using var server = new RuntimeApiServer().Enqueue("""{"Name":"Ann"}""", "1").Enqueue("""{"Name":"Bob"}""", "2");
        using var process = new SampleProcess(server, ("FUNCTION", "Greet"));

        Assert.Equal("> Hello, Ann (1), none", Text(await server.PostedAsync()));
        Assert.Equal("> Hello, Bob (1), True", Text(await server.PostedAsync()));
    }

    [Theory]
    [InlineData("Text", "^[0-9-]{10}T[0-9:.]{12}Z\tid-1\tWarning\t\"low\" disk\nas it is\n$")]
    [InlineData("JSON", "^\\{\"timestamp\":\"[0-9-]{10}T[0-9:.]{12}Z\",\"level\":\"Warning\",\"requestId\":\"id-1\",\"message\":\"\\\\u0022low\\\\u0022 disk\"\\}\nas it is\n$")]
    public async Task The_contexts_logger_writes_in_the_functions_format_from_the_functions_level_on(string format, string log)
    {
        await using var server = new RuntimeApiServer().Enqueue("{}", "id-1");
        using var process = new SampleProcess(
            server,
            ("FUNCTION", "Log"),
            ("AWS_LAMBDA_LOG_FORMAT", format),
            ("AWS_LAMBDA_LOG_LEVEL", "WARN"),
            ("AWS_LAMBDA_DOTNET_DEBUG_RUN_ONCE", "true"));

        Assert.Matches(log, (await process.ExitAsync()).Output);
    }

    private static string? Text(Request answer)
    {
        using var json = JsonDocument.Parse(answer.Body);
        return json.RootElement.GetProperty("Text").GetString();
    }
}
