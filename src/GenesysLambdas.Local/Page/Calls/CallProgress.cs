namespace GenesysLambdas.Local.Page.Calls;

/// <param name="Progress"><c>starting</c>, <c>running</c> or <c>calling</c>.</param>
internal sealed record CallProgress(string Progress, string Text, long Ms)
{
    /// <param name="call">Null while the HTTP API's authorizer is running.</param>
    public static CallProgress Of(CallInProgress? call, TimeSpan elapsed)
    {
        var (progress, text) = call is null ? ("starting", "Waiting for the authorizer")
            : call.Invocation.Taken is null ? ("starting", "Starting the function")
            : call.Exchanges.LastOrDefault(exchange => exchange.Ending is null) is { } exchange
                ? ("calling", $"Waiting for {exchange.Api}" + (exchange.Attempt > 1 ? $", attempt {exchange.Attempt}" : ""))
            : ("running", "Running");
        return new(progress, text, (long)elapsed.TotalMilliseconds);
    }
}
