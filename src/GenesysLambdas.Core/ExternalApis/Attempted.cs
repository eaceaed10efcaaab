using GenesysLambdas.Secrets;

namespace GenesysLambdas.ExternalApis;

/// <summary>What is sent, as often as its policy allows.</summary>
/// <param name="Create">Creates the request, once per attempt.</param>
/// <param name="Retry">When it is retried.</param>
/// <param name="Secret">The secret that it shows; null: none.</param>
/// <param name="Fingerprint">The same for the same request; different for most others.</param>
/// <param name="IsWrite">Whether it changes anything.</param>
internal sealed record Attempted(Func<HttpRequestMessage> Create, RetryPolicy Retry, Secret? Secret, int Fingerprint = 0, bool IsWrite = false);
