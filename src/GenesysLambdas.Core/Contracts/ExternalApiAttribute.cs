namespace GenesysLambdas.Core.Contracts;

/// <summary>
/// Declares an external API, for <c>[Lookup(Api = typeof(...))]</c>. A setting can override each value except
/// <see cref="Name"/> and <see cref="RequiresSecret"/>. A static property <c>OwnSettings</c> lists the settings specific to this API.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ExternalApiAttribute(string name) : Attribute
{
    /// <summary>The default of <see cref="Auth"/>.</summary>
    public const string DefaultAuth = "bearer";

    /// <summary>The prefix of the API's settings, such as <c>WEATHER_API</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The API's address. <c>{SETTING}</c> is replaced with the value of that setting.</summary>
    public string BaseUrl { get; init; } = "";

    /// <summary>How to authenticate: <c>bearer</c>, <c>header:name</c>, <c>query:name</c>, <c>basic</c> or <c>oauth2</c>.</summary>
    public string Auth { get; init; } = DefaultAuth;

    /// <summary>The URL of the OAuth2 token endpoint. <c>{SETTING}</c> is replaced with the value of that setting.</summary>
    public string TokenUrl { get; init; } = "";

    /// <summary>The name of the setting for <see cref="TokenUrl"/>, if it is not the API's own <c>_TOKEN_URL</c>.</summary>
    public string? TokenUrlSetting { get; init; }

    /// <summary>Whether it cannot be called without a secret.</summary>
    public bool RequiresSecret { get; init; }
}
