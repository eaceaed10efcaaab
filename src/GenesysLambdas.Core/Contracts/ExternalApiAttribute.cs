namespace GenesysLambdas.Core.Contracts;

/// <summary>
/// Declares an external API, for <c>[Lookup(Api = typeof(...))]</c>. A setting can override each value except
/// <see cref="Name"/> and <see cref="RequiresSecret"/>. A static property <c>OwnSettings</c> lists the settings that only this API has.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ExternalApiAttribute(string name) : Attribute
{
    /// <summary>The default of <see cref="Auth"/>.</summary>
    public const string DefaultAuth = "bearer";

    /// <summary>Prefix of its settings, such as <c>WEATHER_API</c>.</summary>
    public string Name { get; } = name;

    /// <summary>Its address; <c>{SETTING}</c> in it is replaced by that setting.</summary>
    public string BaseUrl { get; init; } = "";

    /// <summary>How to authenticate: <c>bearer</c>, <c>header:name</c>, <c>query:name</c>, <c>basic</c> or <c>oauth2</c>.</summary>
    public string Auth { get; init; } = DefaultAuth;

    /// <summary>Where OAuth2 tokens come from; <c>{SETTING}</c> in it is replaced by that setting.</summary>
    public string TokenUrl { get; init; } = "";

    /// <summary>The name of the setting for <see cref="TokenUrl"/>, if it is not the API's own <c>_TOKEN_URL</c>.</summary>
    public string? TokenUrlSetting { get; init; }

    /// <summary>Whether it cannot be called without a secret.</summary>
    public bool RequiresSecret { get; init; }
}
