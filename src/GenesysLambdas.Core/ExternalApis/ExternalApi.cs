using GenesysLambdas.Answers;
using GenesysLambdas.Telemetry;

namespace GenesysLambdas.ExternalApis;

/// <summary>One external API for the life of the function: its connections, its settings and its credentials.</summary>
/// <param name="settings">Its settings, read when they are first needed.</param>
/// <param name="credentials">Its credentials, likewise.</param>
/// <param name="time">The clock.</param>
internal sealed class ExternalApi(Lazy<ApiSettings> settings, Lazy<ICredentialSource> credentials, TimeProvider time)
{
    private readonly Lazy<Attempts> _attempts = new(() => new Attempts(FarEnd.ExternalApi, ApiHttpClient.Create(), settings.Value, time));

    /// <summary>How long what was found is kept; none: it is not.</summary>
    /// <exception cref="LookupException">A setting is missing or malformed.</exception>
    public TimeSpan KeepFound => settings.Value.KeepFound;

    /// <summary>Begins what takes time and needs no event: the secret. A failure shows when the secret is needed.</summary>
    public void Prepare()
    {
        try
        {
            _ = credentials.Value.GetAsync(CancellationToken.None).ContinueWith(
                fetching => _ = fetching.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        }
        catch (LookupException)
        {
            // Told again, and then answered, by the first call.
        }
    }

    /// <summary>Sends a request, and once more where fresh credentials may heal a refusal.</summary>
    /// <exception cref="LookupException">No reply was to be had.</exception>
    public async Task<ApiReply> SendAsync(ApiRequest request, Invocation invocation)
    {
        var deadline = invocation.Deadline;
        var shown = await InSecretPhase(credentials.Value.GetAsync(deadline.Token), invocation);
        var reply = await AttemptAsync(request, shown, invocation);
        return reply.RefusesCredentials && await InSecretPhase(credentials.Value.ReplaceAsync(shown, deadline.Token), invocation) is { } fresh
            ? await AttemptAsync(request, fresh, invocation)
            : reply;
    }

    private Task<ApiReply> AttemptAsync(ApiRequest request, Credentials shown, Invocation invocation) => _attempts.Value.SendAsync(
        request.With(shown, settings.Value.BaseUrl, invocation.TraceId), request.Fingerprint, invocation.Deadline, invocation);

    private static async Task<T> InSecretPhase<T>(Task<T> waiting, Invocation invocation)
    {
        using (invocation.Measure(Phase.Secret))
        {
            return await waiting;
        }
    }
}
