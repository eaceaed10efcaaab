using GenesysLambdas.Core.Answers;
using GenesysLambdas.Core.ExternalApis;

namespace GenesysLambdas.Core.Tests;

/// <summary>The ways a lookup can send a request, by a name for tests.</summary>
internal static class ProbeCalls
{
    /// <summary>Those that create or change something, and must not do so twice.</summary>
    public static IReadOnlyList<string> NotRepeatable { get; } = ["PostAsync", "PatchAsync", "SendAsync POST", "SendAsync PATCH", "SendAsync POST without a body", "SendAsync custom"];

    /// <summary>Those that write, and have the same effect if they do so twice.</summary>
    public static IReadOnlyList<string> Idempotent { get; } = ["PutAsync", "DeleteAsync", "SendAsync PUT", "SendAsync DELETE", "SendAsync POST with a key"];

    public static IReadOnlyList<string> Reads { get; } = ["GetAsync", "SearchAsync", "SendAsync GET", "SendAsync search"];

    public static IReadOnlyList<string> Writes { get; } = [.. NotRepeatable, .. Idempotent];

    public static IReadOnlyList<string> All { get; } = [.. Reads, .. Writes];

    public static Func<ApiCall, Task<string>> Named(string name, string id = "a/../b") => name switch
    {
        "GetAsync" => async api => Id(await api.GetAsync($"things?id={id}", ProbeJson.Default.ProbeReply)),
        "SearchAsync" => async api => Id(await api.SearchAsync($"things?id={id}", new("s"), ProbeJson.Default.ProbeBody, ProbeJson.Default.ProbeReply)),
        "PostAsync" => async api => Id(await api.PostAsync($"things?id={id}", new("s"), ProbeJson.Default.ProbeBody, ProbeJson.Default.ProbeReply)),
        "PatchAsync" => async api => Id(await api.PatchAsync($"things?id={id}", new("s"), ProbeJson.Default.ProbeBody, ProbeJson.Default.ProbeReply)),
        "PutAsync" => async api => Id(await api.PutAsync($"things?id={id}", new("s"), ProbeJson.Default.ProbeBody, ProbeJson.Default.ProbeReply)),
        "DeleteAsync" => async api => await api.DeleteAsync($"things?id={id}") ? "deleted" : "not there",
        "SendAsync GET" => api => SendAsync(api, new(HttpMethod.Get, $"things?id={id}")),
        "SendAsync POST" => api => SendAsync(api, new(HttpMethod.Post, $"things?id={id}", "{}"u8.ToArray())),
        "SendAsync POST without a body" => api => SendAsync(api, new(HttpMethod.Post, $"things?id={id}")),
        "SendAsync POST with a key" => api => SendAsync(api, new(HttpMethod.Post, $"things?id={id}", "{}"u8.ToArray()) { Retry = RetryPolicy.Safe }),
        "SendAsync PATCH" => api => SendAsync(api, new(HttpMethod.Patch, $"things?id={id}", "{}"u8.ToArray())),
        "SendAsync PUT" => api => SendAsync(api, new(HttpMethod.Put, $"things?id={id}", "{}"u8.ToArray())),
        "SendAsync DELETE" => api => SendAsync(api, new(HttpMethod.Delete, $"things?id={id}")),
        "SendAsync custom" => api => SendAsync(api, new(new HttpMethod("MERGE"), $"things?id={id}")),
        "SendAsync search" => api => SendAsync(api, new(HttpMethod.Post, $"things?id={id}", "{}"u8.ToArray()) { IsWrite = false }),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such call."),
    };

    private static string Id(ProbeReply? reply) => reply is null ? "nothing" : reply.Id ?? "";

    private static async Task<string> SendAsync(ApiCall api, ApiRequest request) =>
        await api.SendAsync(request) is { IsSuccess: false } error ? throw new LookupException(error.ToFailure()) : "sent";
}
