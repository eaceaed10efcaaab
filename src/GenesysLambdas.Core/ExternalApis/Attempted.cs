using GenesysLambdas.Secrets;

namespace GenesysLambdas.ExternalApis;

/// <summary>A request to send, as often as its retry policy allows.</summary>
/// <param name="Create">Creates the request, once per attempt.</param>
/// <param name="Retry">When it is retried.</param>
/// <param name="Secret">The secret that it is sent with; null: none.</param>
/// <param name="Fingerprint">A hash that identifies the request.</param>
/// <param name="IsWrite">Whether it changes anything.</param>
internal sealed record Attempted(Func<HttpRequestMessage> Create, RetryPolicy Retry, Secret? Secret, int Fingerprint = 0, bool IsWrite = false);
