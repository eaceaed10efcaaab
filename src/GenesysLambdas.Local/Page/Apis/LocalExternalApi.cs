using GenesysLambdas.Local.Page.Http;
using GenesysLambdas.Local.Server;
using GenesysLambdas.Local.StandIns;

namespace GenesysLambdas.Local.Page.Apis;

/// <summary>An external API of the suite, whose replies the page can change.</summary>
internal sealed class LocalExternalApi(LocalServer server, ApiContract contract, IReadOnlyList<LookupContract> lookups)
{
    private readonly IStandIn? _standIn = server.Options.StandIns.FirstOrDefault(standIn => standIn.Api == contract.Name);
    private readonly Lock _lock = new();
    private volatile ApiTarget? _target;
    private volatile Fault _fault = Fault.None;

    public string Name => contract.Name;

    public IReadOnlyList<string> Lookups { get; } = [.. lookups.Select(lookup => lookup.Name)];

    public bool HasStandIn => _standIn is not null;

    public string Path { get; } = StandInCatalog.PathOf(contract.Name);

    /// <summary>The path of the token endpoint below <see cref="Path"/>; null if there is none.</summary>
    public string? TokenPath => _standIn?.TokenPath;

    /// <summary>How the functions authenticate, such as <c>query:appid</c>.</summary>
    public string Auth => Given(contract.Settings.Auth) ?? contract.Auth;

    /// <summary>The real API to forward to; null for the stand-in.</summary>
    public ApiTarget? Target => _target;

    public Fault Fault => _fault;

    /// <summary>The address that the functions call directly, bypassing the page, as set by a setting or the lookup; null if there is none.</summary>
    public string? DirectAddress => Target is not null ? null : Given(contract.Settings.BaseUrl) ?? (HasStandIn ? null : contract.BaseUrl);

    /// <summary>The secret's name in the local Secrets Manager; null if there is none.</summary>
    public string? SecretName => server.Options.Settings.ContainsKey(LocalAws.SecretsEndpointSetting) ? null
        : Target?.SecretName is { } ofTarget ? ofTarget
        : Given(contract.Settings.SecretId) is { } given ? given
        : Target is null && DirectAddress is null && _standIn?.Secret is not null ? server.Options.Names.SecretOf(Name)
        : null;

    public void Break(Fault fault)
    {
        if (DirectAddress is not null && fault != Fault.None)
        {
            throw PageException.Conflict(
                $"The functions call {Name} directly, so the page cannot change its replies: enter an address here, "
                + $"or start 'serve' without {contract.Settings.BaseUrl.Name}.");
        }

        _fault = fault;
    }

    /// <summary>Forwards requests to another address; null restores the original one.</summary>
    public void Redirect(ApiTarget? target)
    {
        lock (_lock)
        {
            _target = target;
            var changes = new Dictionary<string, string>(StringComparer.Ordinal);
            if (target is not null)
            {
                changes[contract.Settings.BaseUrl.Name] = new Uri(server.Endpoint, Path).ToString();
            }

            if (target?.SecretName is { } secret)
            {
                changes[contract.Settings.SecretId.Name] = secret;
            }

            server.ChangeSettings(Name, changes);
        }
    }

    private string? Given(Setting setting) => server.Options.Settings.GetValueOrDefault(setting.Name) is { Length: > 0 } value ? value : null;
}
