using System.Text.Json.Nodes;
using GenesysLambdas.Core.Contracts;
using GenesysLambdas.Publishing.Platform;
using GenesysLambdas.Publishing.Tests.Actions;
using GenesysLambdas.Publishing.Tests.Platform;

namespace GenesysLambdas.Publishing.Tests.Live;

/// <summary>An organization of Genesys Cloud, a repository with its committed actions, and the commands between them.</summary>
internal sealed class LiveOrganization : IAsyncDisposable
{
    public const string WeatherArn = "arn:aws:lambda:eu-west-1:123456789012:function:lookups-current-weather";
    public const string HistoryArn = "arn:aws:lambda:eu-west-1:123456789012:function:lookups-list-invocations";
    public const string RoleArn = "arn:aws:iam::123456789012:role/lookups-genesys-cloud";

    private readonly Dictionary<string, string> _environment = new(StringComparer.Ordinal)
    {
        [OAuthClient.IdVariable] = PlatformTokens.ClientId,
        [OAuthClient.SecretVariable] = PlatformTokens.ClientSecret,
        [PlatformRegion.NameVariable] = "eu-west-1",
    };

    private LiveOrganization(PlatformApi api, ManualTime time) => (Api, Time) = (api, time);

    public PlatformApi Api { get; }

    public ManualTime Time { get; }

    public ActionsFolder Repository { get; } = new();

    public IReadOnlyList<LookupContract> Contracts { get; set; } = TestContracts.All;

    /// <summary>What is typed when a command asks; null: nobody is there.</summary>
    public string? Typed { get; set; }

    /// <summary>How the commands reach it.</summary>
    public Func<PlatformApi, HttpMessageHandler> Network { get; set; } = api => api.CreateHandler();

    /// <summary>Ctrl-C.</summary>
    public CancellationToken Interrupted { get; set; }

    public string Out { get; private set; } = "";

    public string Error { get; private set; } = "";

    /// <summary>What the commands changed, in short: <c>POST drafts</c>.</summary>
    public IReadOnlyList<string> Changes =>
    [
        .. from request in Api.Requests
           where request.Method is not "GET" && request.Host == PlatformHosts.Api
           select $"{request.Method} {request.PathAndQuery.Split('/')[^1]}",
    ];

    /// <summary>Starts one with an integration and a repository whose actions are committed.</summary>
    public static async Task<LiveOrganization> StartAsync(bool withIntegration = true)
    {
        var time = new ManualTime();
        var organization = new LiveOrganization(await PlatformApi.StartAsync(time), time);
        if (withIntegration)
        {
            organization.Integration = organization.Api.AddIntegration("Lookups", roleArn: RoleArn);
        }

        await organization.Repository.CommitAsync();
        return organization;
    }

    public PlatformIntegration? Integration { get; private set; }

    public void Set(string variable, string? value)
    {
        _environment.Remove(variable);
        if (value is not null)
        {
            _environment.Add(variable, value);
        }
    }

    /// <summary>The file with the stack's outputs.</summary>
    /// <param name="role">The role for Genesys Cloud; null: the stack has none.</param>
    /// <param name="withHistory">Whether list-invocations is deployed.</param>
    public string Stack(string? role = RoleArn, bool withHistory = true) => Repository.Write("stack.json", new JsonObject
    {
        ["Stacks"] = new JsonArray(new JsonObject
        {
            ["Outputs"] = new JsonArray(
            [
                .. role is null ? [] : (JsonNode[])[Output("GenesysCloudRoleArn", role)],
                Output("CurrentWeatherFunctionArn", WeatherArn),
                .. withHistory ? (JsonNode[])[Output("ListInvocationsFunctionArn", HistoryArn)] : [],
            ]),
        }),
    }.ToJsonString());

    public Task<int> PublishAsync(params string[] arguments) => RunAsync(["publish", "--stack-outputs", Stack(), .. arguments]);

    /// <summary>What a test does with the clock while the next command runs; then time passes by itself, quickly, but in small steps.</summary>
    public Func<Task> Meanwhile { get; set; } = () => Task.CompletedTask;

    /// <summary>Runs a subcommand of <c>actions</c>.</summary>
    public async Task<int> RunAsync(params string[] arguments)
    {
        using var network = Network(Api);
        using var terminal = new TestTerminal
        {
            Contracts = Contracts,
            CanAsk = Typed is not null,
            Input = Typed ?? "",
            Platform = new(_environment.GetValueOrDefault, network, Time),
        };
        var running = terminal.RunAsync(Interrupted, ["actions", .. arguments, "--actions", Repository.Actions]);
        await Meanwhile();
        var exitCode = await Time.PassUntilAsync(running);
        (Out, Error) = (terminal.Out, terminal.Error);
        Assert.DoesNotContain(PlatformTokens.ClientSecret, Out + Error, StringComparison.Ordinal);
        return exitCode;
    }

    public PlatformAction Action(string name) => Api.Actions.Single(action => action.Name == name);

    public async ValueTask DisposeAsync()
    {
        Assert.Empty(Api.Unused);
        await Api.DisposeAsync();
        Repository.Dispose();
    }

    private static JsonObject Output(string key, string value) => new() { ["OutputKey"] = key, ["OutputValue"] = value };
}
