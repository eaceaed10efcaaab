using System.Text;
using System.Text.Json;
using GenesysLambdas.Contracts;

namespace GenesysLambdas.Cli.Printing;

/// <summary>Prints an invocation's outcome: the answer to standard output, all else to standard error.</summary>
internal sealed class OutcomePrinter(Terminal terminal, LookupContract contract)
{
    private static readonly string[] LambdasOwn = ["START RequestId: ", "END RequestId: ", "REPORT RequestId: "];

    /// <returns>The exit code of the outcome.</returns>
    public async Task<int> PrintAsync(Outcome outcome, bool asJson, bool withLog)
    {
        var answer = AnswerOutputs.Read(outcome.Payload);
        var isSuccess = !outcome.IsFunctionError && answer.IsSuccess;
        if (asJson)
        {
            await terminal.RawOut.WriteAsync(outcome.Payload);
            await terminal.RawOut.FlushAsync();
        }
        else if (outcome.IsFunctionError)
        {
            await terminal.Error.WriteLineAsync($"The function failed: {Describe(outcome.Payload)}");
        }
        else if (answer.Outputs is { } outputs)
        {
            OutputTable.Write(terminal, contract, outputs);
            await terminal.Out.WriteLineAsync(Summary(outcome));
        }
        else
        {
            await terminal.Error.WriteLineAsync($"The answer has no outputs: {Encoding.UTF8.GetString(outcome.Payload.Span)}");
        }

        if ((withLog || !isSuccess) && outcome.Log.Length > 0)
        {
            await terminal.Out.FlushAsync();
            await terminal.Error.WriteAsync(withLog ? $"The function's log:\n{outcome.Log}" : Readable(outcome.Log));
        }

        return isSuccess ? ExitCode.Success : ExitCode.AnswerIsError;
    }

    private string Summary(Outcome outcome)
    {
        var coldStart = outcome.ColdStart is { } start ? $", after a cold start of {start.TotalMilliseconds:F0} ms" : "";
        return $"{contract.Name} answered in {outcome.Duration.TotalMilliseconds:F0} ms{coldStart}.";
    }

    /// <summary>The log without what Lambda adds to it.</summary>
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
