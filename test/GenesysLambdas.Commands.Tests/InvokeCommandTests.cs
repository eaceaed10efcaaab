using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GenesysLambdas.Commands.Tests;

public sealed class InvokeCommandTests : IDisposable
{
    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task Prints_outputs_in_the_contracts_order()
    {
        var exitCode = await _terminal.RunAsync("invoke", "current-weather", "city_name=Paris", "--env", "DOTNET_FAKE_FUNCTION=succeeds");

        Assert.Equal(0, exitCode);
        Assert.Empty(_terminal.Error);
        string[][] rows = [.. _terminal.Out.Split('\n').Where(line => line.StartsWith('│')).Select(line => line.Trim('│', ' ').Split('│', StringSplitOptions.TrimEntries))];
        Assert.Equal(
            [
                ["output", "type", "value"],
                ["temperature", "number", "21.5"],
                ["condition", "string", "Clear sky"],
                ["success", "boolean", "true"],
                ["statusCode", "integer", "200"],
                ["errorCode", "string", "\"\""],
                ["errorMessage", "string", "\"\""],
            ],
            rows);
        Assert.Matches(@"current-weather answered in \d+ ms, after a cold start of \d+ ms\.", _terminal.Out);
    }

    [Fact]
    public async Task Prints_the_outputs_of_an_HTTP_answer()
    {
        Assert.Equal(0, await _terminal.RunAsync("invoke", "current-weather", "--env", "DOTNET_FAKE_FUNCTION=answers an HTTP event"));
        Assert.Matches("temperature .*21.5", _terminal.Out);
    }

    [Fact]
    public async Task JSON_is_the_functions_answer_only()
    {
        var exitCode = await _terminal.RunAsync("invoke", "CURRENT-WEATHER", "city_name=São Paulo, \"BR\"", "--json", "--verbose", "--env", "DOTNET_FAKE_FUNCTION=echoes");

        Assert.Equal(2, exitCode);
        Assert.Equal("""{"inputs":{"city_name":"S\u00E3o Paulo, \u0022BR\u0022"}}""", _terminal.Out);
        Assert.Contains("pid ", _terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_answer_exits_with_2_and_prints_the_log()
    {
        var exitCode = await _terminal.RunAsync("invoke", "current-weather", "--env", "DOTNET_FAKE_FUNCTION=refuses");

        Assert.Equal(2, exitCode);
        Assert.Contains("ValidationError", _terminal.Out, StringComparison.Ordinal);
        Assert.Contains("""got {"inputs":{}}""", _terminal.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dies at once", "The function failed: Runtime.ExitError: ", "I cannot live")]
    [InlineData("fails", "The function failed: Oops: Sorry", "pid ")]
    [InlineData("answers no object", "The answer has no outputs: [1]", "pid ")]
    public async Task A_function_that_fails_exits_with_2_and_says_why(string behaviour, string message, string log)
    {
        var exitCode = await _terminal.RunAsync("invoke", "current-weather", "--env", "DOTNET_FAKE_FUNCTION=" + behaviour);

        Assert.Equal(2, exitCode);
        Assert.Empty(_terminal.Out);
        Assert.Contains(message, _terminal.Error, StringComparison.Ordinal);
        Assert.Contains(log, _terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_contract_errors_and_escapes_control_characters()
    {
        var exitCode = await _terminal.RunAsync("invoke", "current-weather", "--env", "DOTNET_FAKE_FUNCTION=steers");

        Assert.Equal(0, exitCode);
        Assert.Contains("string, not number", _terminal.Out, StringComparison.Ordinal);
        Assert.Contains("(missing)", _terminal.Out, StringComparison.Ordinal);
        Assert.Contains("integer[], not in the contract", _terminal.Out, StringComparison.Ordinal);
        Assert.Contains(@"\u001b[31m [red]", _terminal.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reorders", @"a\u202eb\u2028c\u2066", @"more\u202e", @"\u2067")]
    [InlineData("reorders an error", @"{""errorMessage"":""a\u202eb""", "", "")]
    [InlineData("reorders", @"a\u202eb\u2028c\u2066", @"more\u202e", @"\u2067", "--json")]
    public async Task Escapes_reordering_characters_in_outputs(string behaviour, string first, string second, string third, params string[] more)
    {
        using var terminal = new TestTerminal { Width = 500 };
        await terminal.RunAsync(["invoke", "current-weather", "--env", "DOTNET_FAKE_FUNCTION=" + behaviour, .. more]);

        var printed = terminal.Out + terminal.Error;
        Assert.All([first, second, third], text => Assert.Contains(text, printed, StringComparison.Ordinal));
        Assert.DoesNotContain(printed, c => c is >= '\u2028' and <= '\u202E' or >= '\u2066' and <= '\u2069');
    }

    [Fact]
    public async Task Escapes_reordering_characters_in_logs()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, "{\"city_name\":\"a\u202Eb\u009B\"}");

        await _terminal.RunAsync("invoke", "current-weather", "--event", path, "--verbose", "--env", "DOTNET_FAKE_FUNCTION=succeeds");

        Assert.Contains(@"got {""city_name"":""a\u202eb\u009b""}", _terminal.Error, StringComparison.Ordinal);
        File.Delete(path);
    }

    [Fact]
    public async Task Prints_JSON_unchanged_to_a_pipe()
    {
        await _terminal.RunAsync("invoke", "current-weather", "--json", "--env", "DOTNET_FAKE_FUNCTION=reorders");

        Assert.Contains("a\u202Eb\u2028c\u2066", _terminal.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no\u202Esuch")]
    [InlineData("invoke", "no\u202Esuch")]
    [InlineData("invoke", "current-weather", "--event", "no\u202Esuch")]
    [InlineData("invoke", "current-weather", "no\u202Esuch=1")]
    public async Task Escapes_reordering_characters_in_messages(params string[] arguments)
    {
        Assert.Equal(1, await _terminal.RunAsync(arguments));

        Assert.Contains(@"no\u202esuch", _terminal.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', _terminal.Error);
    }

    [Fact]
    public async Task Sends_an_event_file_unchanged()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, """{ "city_name" : "Paris" }""");

        await _terminal.RunAsync("invoke", "current-weather", "--event", path, "--json", "--env", "DOTNET_FAKE_FUNCTION=echoes");

        Assert.Equal("""{ "city_name" : "Paris" }""", _terminal.Out);
        File.Delete(path);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public async Task Reads_an_event_with_a_byte_order_mark(string encoding)
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, """{"city_name":"Zürich 🌧"}""", Encoding.GetEncoding(encoding));

        await _terminal.RunAsync("invoke", "current-weather", "--event", path, "--json", "--env", "DOTNET_FAKE_FUNCTION=echoes");

        Assert.Equal("""{"city_name":"Zürich 🌧"}""", _terminal.Out);
        File.Delete(path);
    }

    [Fact]
    public async Task Cuts_wide_cells_on_a_terminal()
    {
        using var terminal = new TestTerminal { Width = 40 };

        await terminal.RunAsync("invoke", "current-weather", "--env", "DOTNET_FAKE_FUNCTION=says much");

        var rows = terminal.Out.Split('\n').Where(line => line.StartsWith('│')).ToList();
        Assert.All(rows, row => Assert.Equal(40, row.Length));
        Assert.Contains("│ condition    │ string  │ Cloudy and… │", rows);
        Assert.Contains("│ success      │ boolean │ true        │", rows);
    }

    [Fact]
    public async Task Prints_wide_cells_whole_to_a_pipe()
    {
        await _terminal.RunAsync("invoke", "current-weather", "--env", "DOTNET_FAKE_FUNCTION=says much");

        Assert.Contains("Cloudy and cold with a chance of rain in the afternoon │", _terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_is_reported_in_one_line()
    {
        Assert.Equal(2, await _terminal.RunAsync("invoke", "current-weather", "--env", "DOTNET_FAKE_FUNCTION=tells a failure"));

        Assert.Matches(@"\Apid \d+\r?\nExternalApiError 502: HTTP 500 from WEATHER_API, 3 attempts, 385 ms\r?\n\z", _terminal.Error);
    }

    [Fact]
    public async Task A_failure_on_an_endpoint_is_reported_in_one_line()
    {
        await using var emulator = await TestEmulator.StartAsync("tells a failure");
        await emulator.InvokeAsync();

        Assert.Equal(2, await _terminal.RunAsync("invoke", "current-weather", "--endpoint", emulator.Emulator.Endpoint.ToString()));

        Assert.Equal("ExternalApiError 502: HTTP 500 from WEATHER_API, 3 attempts, 385 ms", _terminal.Error.Trim());
    }

    [Fact]
    public async Task Verbose_prints_the_whole_log()
    {
        Assert.Equal(2, await _terminal.RunAsync("invoke", "current-weather", "--verbose", "--env", "DOTNET_FAKE_FUNCTION=tells a failure"));

        Assert.Contains(FakeFunction.FailureLine, _terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_an_event_from_standard_input()
    {
        using var terminal = new TestTerminal { Input = "[ 5 ]" };

        await terminal.RunAsync("invoke", "current-weather", "--event", "-", "--json", "--env", "DOTNET_FAKE_FUNCTION=echoes");

        Assert.Equal("[ 5 ]", terminal.Out);
    }

    [Theory]
    [InlineData("", "Standard input is empty; an event is JSON, such as {\"inputs\":{}}.")]
    [InlineData("{\n \"a\": x}", "Standard input is not JSON (line 2, byte 7); Lambda refuses such an event with 400 InvalidRequestContentException.")]
    public async Task An_event_that_is_not_JSON_is_an_error_with_its_position(string input, string message)
    {
        using var terminal = new TestTerminal { Input = input };

        Assert.Equal(1, await terminal.RunAsync("invoke", "current-weather", "--event", "-"));
        Assert.Equal(message, terminal.Error.Trim());
    }

    [Fact]
    public async Task An_event_can_be_nested_64_levels()
    {
        var most = new string('[', 64) + new string(']', 64);
        using var terminal = new TestTerminal { Input = most };
        using var refused = new TestTerminal { Input = $"[{most}]" };

        await terminal.RunAsync("invoke", "current-weather", "--event", "-", "--json", "--env", "DOTNET_FAKE_FUNCTION=echoes");

        Assert.Equal(most, terminal.Out);
        Assert.Equal(1, await refused.RunAsync("invoke", "current-weather", "--event", "-"));
        Assert.Equal("Standard input is nested more than 64 levels deep, which no function accepts.", refused.Error.Trim());
    }

    [Theory]
    [InlineData("Which lookup? The lookups are: current-weather, list-invocations.", "invoke")]
    [InlineData("There is no lookup 'curent-wether'. Did you mean current-weather? The lookups are: current-weather, list-invocations.", "invoke", "curent-wether")]
    [InlineData("There is no lookup 'x'. The lookups are: current-weather, list-invocations.", "invoke", "x")]
    [InlineData("current-weather has no input 'city_nam'. Did you mean city_name? Its inputs are: city_name.", "invoke", "current-weather", "city_nam=Paris")]
    [InlineData("The input city_name has no value: write city_name=Paris.", "invoke", "current-weather", "city_name", "Paris")]
    [InlineData("The input city_name has no value: write city_name=VALUE.", "invoke", "current-weather", "city_name")]
    [InlineData("The input city_name is given twice.", "invoke", "current-weather", "city_name=a", "city_name=b")]
    [InlineData("There is no option --jsn. Add --help for help.", "invoke", "current-weather", "--jsn")]
    [InlineData("--env TZ has no value: write --env TZ=VALUE.", "invoke", "current-weather", "--env", "TZ")]
    [InlineData("There is no setting WEATHR_API_BASE_URL. Nearest: WEATHER_API_BASE_URL. docs/settings.md lists them all.", "invoke", "current-weather", "--env", "WEATHR_API_BASE_URL=http://x")]
    [InlineData("There is no setting FOO. Nearest: HTTP_STATUS, TRUSTED_ROOTS, METRICS_STACK. docs/settings.md lists them all.", "invoke", "current-weather", "--env", "FOO=1")]
    [InlineData("--env =x does not start with a variable's name: write --env NAME=VALUE.", "invoke", "current-weather", "--env", "=x")]
    [InlineData("--env ANNOTATIONS_HANDLER cannot be set: the emulator sets it.", "invoke", "current-weather", "--env", "ANNOTATIONS_HANDLER=x")]
    [InlineData("Use either inputs (city_name=Paris) or --event e.json, not both.", "invoke", "current-weather", "city_name=Paris", "--event", "e.json")]
    [InlineData("There is no file none.json; --event needs the path of a JSON file, or - for standard input.", "invoke", "current-weather", "--event", "none.json")]
    [InlineData("--endpoint localhost is not a URL such as http://127.0.0.1:5050.", "invoke", "current-weather", "--endpoint", "localhost")]
    [InlineData("--env cannot be used with --endpoint: the function there is already running with its own settings.", "invoke", "current-weather", "--endpoint", "http://127.0.0.1:1", "--env", "TZ=UTC")]
    public async Task A_usage_error_exits_with_1_and_says_what_to_do(string message, params string[] arguments)
    {
        Assert.Equal(1, await _terminal.RunAsync(arguments));
        Assert.Equal(message, _terminal.Error.Trim());
        Assert.Empty(_terminal.Out);
    }

    [Fact]
    public async Task With_an_endpoint_nothing_is_started()
    {
        await using var emulator = await TestEmulator.StartAsync("succeeds");

        var exitCode = await _terminal.RunAsync("invoke", "current-weather", "city_name=Paris", "--verbose", "--endpoint", emulator.Emulator.Endpoint.ToString());

        Assert.Equal(0, exitCode);
        Assert.Contains("Clear sky", _terminal.Out, StringComparison.Ordinal);
        Assert.Matches(@"current-weather answered in \d+ ms\.", _terminal.Out);
        Assert.Contains("""got {"inputs":{"city_name":"Paris"}}""", _terminal.Error, StringComparison.Ordinal);
        Assert.Single(emulator.ProcessIds);
    }

    [Fact]
    public async Task An_unknown_function_on_an_endpoint_exits_with_1()
    {
        await using var emulator = await TestEmulator.StartAsync(configure: options => options with { Contracts = [TestContracts.History] });

        Assert.Equal(1, await _terminal.RunAsync("invoke", "current-weather", "--endpoint", emulator.Emulator.Endpoint.ToString()));
        Assert.Contains("refused the event with 404 ResourceNotFoundException: Function not found", _terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unreachable_endpoint_exits_with_1()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));

        Assert.Equal(1, await _terminal.RunAsync("invoke", "current-weather", "--endpoint", $"http://{socket.LocalEndPoint}"));
        Assert.StartsWith($"Cannot reach http://{socket.LocalEndPoint}: ", _terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interrupted_invocation_exits_with_130()
    {
        using var interrupt = new CancellationTokenSource(TimeSpan.FromSeconds(1));

        Assert.Equal(130, await _terminal.RunAsync(interrupt.Token, "invoke", "current-weather", "--env", "DOTNET_FAKE_FUNCTION=never answers"));
    }
}
