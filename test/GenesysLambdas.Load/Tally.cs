using System.Text.Json;
using GenesysLambdas.Local.Emulator;

namespace GenesysLambdas.Load;

/// <summary>Counts answers by what they should have been and what they are.</summary>
internal sealed class Tally
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, int> _byErrorCode = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _unexpected = new(StringComparer.Ordinal);

    /// <summary>Answers so far.</summary>
    public int Answers { get; private set; }

    /// <summary>Answers that held another customer's data than was asked for, or none of the outputs.</summary>
    public int Wrong { get; private set; }

    /// <summary>Answers by their <c>errorCode</c>.</summary>
    public IReadOnlyDictionary<string, int> ByErrorCode => _byErrorCode;

    /// <summary>Answers whose <c>errorCode</c> is not the one that the customer's fault has, by both.</summary>
    public IReadOnlyDictionary<string, int> Unexpected => _unexpected;

    public void Add(int customer, InvocationResult result)
    {
        var expected = ExpectedOf(customer);
        var (isRight, errorCode) = Read(customer, result);
        lock (_lock)
        {
            Answers++;
            Wrong += isRight ? 0 : 1;
            Count(_byErrorCode, errorCode);
            if (errorCode != expected)
            {
                Count(_unexpected, $"{expected} expected, {errorCode} answered");
            }
        }
    }

    /// <summary>The customer-profile lookup has no flag of its own for "not found".</summary>
    private static string ExpectedOf(int customer) => CustomerApi.FaultOf(customer) switch
    {
        null => "success",
        { Name: "404" } => "NotFound",
        { ErrorCode: var code } => code,
    };

    private static (bool IsRight, string ErrorCode) Read(int customer, InvocationResult result)
    {
        if (result.FunctionError is not null)
        {
            return (false, $"function error {result.FunctionError}");
        }

        using var answer = JsonDocument.Parse(result.Payload);
        var outputs = answer.RootElement.GetProperty("result");
        var isSuccess = outputs.GetProperty("success").GetBoolean();
        var isRight = outputs.GetProperty("customer_name").GetString() == (isSuccess ? CustomerApi.NameOf(customer) : "")
            && outputs.GetProperty("customer_balance").GetDecimal() == (isSuccess ? customer : 0);
        return (isRight, isSuccess ? "success" : outputs.GetProperty("errorCode").GetString()!);
    }

    private static void Count(SortedDictionary<string, int> counts, string what) => counts[what] = counts.GetValueOrDefault(what) + 1;
}
