namespace GenesysLambdas.Publishing.Platform;

public sealed record PlatformAccess(Func<string, string?> Environment, HttpMessageHandler Network, TimeProvider Time)
{
    private static readonly TimeSpan TimeToConnect = TimeSpan.FromSeconds(10);

    public static PlatformAccess OfThisProcess() => new(
        System.Environment.GetEnvironmentVariable,
        // The access token must not follow to wherever a redirect leads.
        new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeToConnect },
        TimeProvider.System);
}
