using System.Text;
using GenesysLambdas.Local.Emulator;
using GenesysLambdas.Tooling.Logs;

namespace GenesysLambdas.Commands.Printing;

/// <summary>Prints the answer to standard output and everything else to standard error.</summary>
internal sealed class ResultPrinter(Terminal terminal, LookupContract contract)
{
    private static readonly string[] LambdasOwn = ["START RequestId: ", "END RequestId: ", "REPORT RequestId: "];

    public async Task<int> PrintAsync(InvocationResult result, bool asJson, bool withLog)
    {
        var answer = AnswerOutputs.Read(result.Payload);
        var isSuccess = result.FunctionError is null && answer.IsSuccess;
        if (asJson)
        {
            await terminal.WriteJsonAsync(result.Payload);
        }
        else if (result.FunctionError is not null)
        {
            await terminal.Error.WriteLineAsync(PlainText.EscapeLines($"The function failed: {Describe(result.Payload)}"));
        }
        else if (answer.Outputs is { } outputs)
        {
            OutputTable.Write(terminal, contract, outputs);
            await terminal.Out.WriteLineAsync(Summary(result));
        }
        else
        {
            await terminal.Error.WriteLineAsync(PlainText.EscapeLines($"The answer has no outputs: {Encoding.UTF8.GetString(result.Payload.Span)}"));
        }

        if ((withLog || !isSuccess) && result.Log.Length > 0)
        {
            await terminal.Out.FlushAsync();
            await terminal.Error.WriteAsync(PlainText.EscapeLines(withLog ? $"The function's log:\n{result.Log}" : Readable(result.Log)));
        }

        return isSuccess ? ExitCode.Success : ExitCode.AnswerIsError;
    }

    private string Summary(InvocationResult result)
    {
        var coldStart = result.InitDuration is { } start ? $", after a cold start of {start.TotalMilliseconds:F0} ms" : "";
        return $"{contract.Name} answered in {result.Duration.TotalMilliseconds:F0} ms{coldStart}.";
    }

    /// <summary>The log without the lines that Lambda adds.</summary>
    private string Readable(string log) => string.Concat(
        from line in log.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        where !Array.Exists(LambdasOwn, start => line.StartsWith(start, StringComparison.Ordinal))
        select LogLine.Readable([contract], line) + "\n");

    private static string Describe(ReadOnlyMemory<byte> error)
    {
        if (AnswerOutputs.Read(error).Outputs is { } json && json.TryGetProperty("errorMessage", out var message))
        {
            return json.TryGetProperty("errorType", out var type) && type.ValueKind == JsonValueKind.String ? $"{type}: {message}" : message.ToString();
        }

        return Encoding.UTF8.GetString(error.Span);
    }
}
