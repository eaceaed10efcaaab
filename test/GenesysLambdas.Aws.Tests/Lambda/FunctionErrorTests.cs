using System.Text;
using System.Text.Json;
using Amazon.Lambda.RuntimeSupport;

namespace GenesysLambdas.Aws.Tests.Lambda;

public sealed class FunctionErrorTests
{
    [Fact]
    public void A_long_message_is_cut_and_half_a_character_is_replaced()
    {
        var error = FunctionError.Create(new InvalidOperationException("\ud83d" + new string('x', 1_000_000)));

        using var json = JsonDocument.Parse(error.ToJson());
        var message = json.RootElement.GetProperty("errorMessage").GetString()!;
        Assert.StartsWith("\ufffdxxx", message, StringComparison.Ordinal);
        Assert.Equal(16 * 1024, message.Length);
    }

    [Fact]
    public void Endless_causes_are_cut()
    {
        Exception exception = new InvalidOperationException("The first.");
        for (var i = 0; i < 100; i++)
        {
            exception = new InvalidOperationException($"Cause {i}.", exception);
        }

        var json = Encoding.UTF8.GetString(FunctionError.Create(exception).ToJson().Span);

        Assert.Equal(5, json.Split("\"cause\"").Length - 1);
    }

    [Fact]
    public async Task Omits_the_header_for_an_exception_name_that_is_not_ASCII()
    {
        await using var server = new RuntimeApiServer().Enqueue("{}");
        await using var function = RunningBootstrap.Start(server, (_, _) => throw new Überlauf());

        var error = await server.PostedAsync();

        Assert.EndsWith("/invocation/1/error", error.Path, StringComparison.Ordinal);
        Assert.False(error.Headers.ContainsKey("Lambda-Runtime-Function-Error-Type"));
        using var json = JsonDocument.Parse(error.Body);
        Assert.Equal("Überlauf", json.RootElement.GetProperty("errorType").GetString());
    }

    private sealed class Überlauf : Exception;
}
