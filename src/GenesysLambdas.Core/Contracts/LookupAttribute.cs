using System.ComponentModel.DataAnnotations;

namespace GenesysLambdas.Contracts;

/// <summary>Names a lookup and the external API it calls. The class must be partial and have one <c>[LambdaFunction]</c> method.</summary>
/// <param name="name">Name on the command line and of the data action, such as <c>current-weather</c>.</param>
/// <param name="description">What it finds, in one sentence.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class LookupAttribute(string name, string description) : Attribute
{
    /// <summary>Name on the command line and of the data action.</summary>
    public string Name { get; } = name;

    /// <summary>What it finds, in one sentence.</summary>
    public string Description { get; } = description;

    /// <summary>Prefix of the external API's settings, such as <c>WEATHER_API</c>.</summary>
    public required string Api { get; init; }

    /// <summary>The external API's address unless a setting gives one; <c>{SETTING}</c> in it is replaced by that setting.</summary>
    public string BaseUrl { get; init; } = "";

    /// <summary>How to authenticate unless a setting says so: <c>bearer</c>, <c>header:name</c>, <c>query:name</c>, <c>basic</c> or <c>oauth2</c>.</summary>
    public string Auth { get; init; } = "bearer";

    /// <summary>Where OAuth2 tokens come from unless a setting says so; <c>{SETTING}</c> in it is replaced by that setting.</summary>
    public string TokenUrl { get; init; } = "";

    /// <summary>The setting that says where OAuth2 tokens come from, if not the <see cref="Api"/>'s own <c>_TOKEN_URL</c>.</summary>
    public string? TokenUrlSetting { get; init; }

    /// <summary>Attempts in all unless a setting says so: 1 to 10.</summary>
    [Range(1, ApiContract.MostAttempts)]
    public int MaxAttempts { get; init; } = ApiContract.DefaultMaxAttempts;

    /// <summary>
    /// Whether the lookup is part of a stack's HTTP API by default. Set it to false if someone with that API's one token could do harm
    /// with it.
    /// </summary>
    public bool HttpByDefault { get; init; } = true;

    /// <summary>Whether the external API cannot be called without a secret.</summary>
    public bool RequiresSecret { get; init; }
}
