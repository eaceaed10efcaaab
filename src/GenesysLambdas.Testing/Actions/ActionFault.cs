namespace GenesysLambdas.Testing.Actions;

/// <summary>A fault outside the lookup.</summary>
/// <param name="Reply">The external API's reply.</param>
/// <param name="Settings">Settings of the API.</param>
internal sealed record ActionFault(Reply Reply, params (Func<ExternalApiSettings, Setting> Setting, string Value)[] Settings)
{
    /// <summary>The faults, by the expected error code.</summary>
    public static IReadOnlyDictionary<string, ActionFault> All { get; } = new Dictionary<string, ActionFault>(StringComparer.Ordinal)
    {
        ["ValidationError"] = new(Reply.Ok("{}")) { WithoutInputs = true },
        ["NotFound"] = new(Reply.Status(404)),
        ["ConfigurationError"] = new(Reply.Ok("{}"), (api => api.BaseUrl, "ftp://files.example")),
        ["ExternalApiError"] = new(Reply.Ok("<html>")),
        ["ExternalApiUnauthorized"] = new(Reply.Status(401)),
        ["ExternalApiThrottled"] = new(Reply.Status(429, "", "Retry-After: 60")),
        ["CircuitOpen"] = new(Reply.Status(500), (api => api.MaxAttempts, "1")) { Before = 10, Time = () => new ManualTime() },
        ["ExternalApiTimeout"] = new(Reply.Ok("{}")) { RemainingTime = TimeSpan.Zero },
        ["InternalServerError"] = new(Reply.Ok("{}")) { Time = () => new BrokenClock() },
    };

    private bool WithoutInputs { get; init; }

    private TimeSpan RemainingTime { get; init; } = TimeSpan.FromSeconds(60);

    private Func<TimeProvider> Time { get; init; } = () => TimeProvider.System;

    /// <summary>The number of invocations before the one that counts.</summary>
    private int Before { get; init; }

    /// <summary>Runs a lookup through its action with this fault.</summary>
    /// <returns>The outputs that the flow gets.</returns>
    public async Task<JsonElement> AnswerAsync(string lookup, GenesysAction action)
    {
        await using var api = new ScriptedApi(Reply);
        var time = Time();
        using var function = new TestFunction(lookup, api.BaseUrl, time);
        foreach (var (setting, value) in Settings)
        {
            function.With(setting, value);
        }

        var request = action.Event(WithoutInputs ? "{}" : JsonSerializer.Serialize(ExampleInputs.Of(lookup)));
        var context = new TestLambdaContext { RemainingTime = RemainingTime };
        for (var i = 0; i < Before; i++)
        {
            await function.SendAsync(request, context);
            (time as ManualTime)?.Advance(TimeSpan.FromMilliseconds(200));
        }

        return action.Outputs((await function.SendAsync(request, context)).GetRawText());
    }
}
