using GenesysLambdas.Publishing.Live;

namespace GenesysLambdas.Commands.Printing;

internal sealed class SmokeTestReport(TextWriter output, IReadOnlyList<string> names)
{
    private readonly int _width = names.Select(name => name.Length).DefaultIfEmpty().Max();

    private int _passed;
    private int _failed;

    public Task SkipAsync(SmokeTest test, string why) => WriteAsync("skip", test, why);

    public Task AddAsync(SmokeTest test, ActionTest result, TimeSpan duration)
    {
        var problem = Problem(test.Lookup, result);
        _passed += problem is null ? 1 : 0;
        _failed += problem is null ? 0 : 1;
        return WriteAsync(problem is null ? "ok" : "FAIL", test, $"{duration.TotalMilliseconds,5:F0} ms{(problem is null ? "" : "  " + problem)}");
    }

    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync()
    {
        if (_passed + _failed == 0)
        {
            throw new ToolException("Nothing was tested, because none of the actions is in Genesys Cloud: 'actions publish' creates them.");
        }

        await output.WriteLineAsync($"{_passed} passed, {_failed} failed, {names.Count - _passed - _failed} skipped");
        return _failed == 0 ? ExitCode.Success : ExitCode.AnswerIsError;
    }

    private Task WriteAsync(string outcome, SmokeTest test, string rest) => output.WriteLineAsync($"{outcome,-4}  {test.Name.PadRight(_width)}  {rest}");

    private static string? Problem(LookupContract lookup, ActionTest test)
    {
        if (test.Output is not { } output)
        {
            return test.Errors.Count == 0 ? "no output" : string.Join("; ", test.Errors.Select(error => error.TrimEnd('.')));
        }

        var answer = AnswerOutputs.Read(JsonSerializer.SerializeToUtf8Bytes(output));
        if (answer.Outputs is not { } outputs)
        {
            return "the output is not a JSON object";
        }

        var wrong = (from declared in lookup.Outputs
                     where !outputs.TryGetProperty(declared.Name, out var value) || !TypeName.Matches(declared, value)
                     select declared.Name).ToList();
        return wrong.Count > 0 ? $"missing or of the wrong type: {string.Join(", ", wrong)}"
            : answer.IsSuccess ? null
            : $"{Text(outputs, "errorCode")} {Text(outputs, "statusCode")}: {Text(outputs, "errorMessage")}";
    }

    private static string Text(JsonElement outputs, string name) => outputs.TryGetProperty(name, out var value) ? PlainText.Escape(value.ToString()) : "";
}
