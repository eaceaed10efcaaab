using System.ComponentModel.DataAnnotations;

namespace GenesysLambdas.Core.Contracts;

/// <summary>Names a lookup and the external API it calls. The class must be partial and have one <c>[LambdaFunction]</c> method.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class LookupAttribute(string name, string description) : Attribute
{
    /// <summary>The name on the command line, from which the data action's name is derived.</summary>
    public string Name { get; } = name;

    /// <summary>What it finds, in one sentence.</summary>
    public string Description { get; } = description;

    /// <summary>The external API it calls: a class with <c>[ExternalApi]</c>.</summary>
    public required Type Api { get; init; }

    /// <summary>Attempts in total, 1 to 10, unless a setting overrides it.</summary>
    [Range(1, LookupContract.MostAttempts)]
    public int MaxAttempts { get; init; } = LookupContract.DefaultMaxAttempts;

    /// <summary>
    /// Whether the lookup is part of a stack's HTTP API by default. Set it to false if anyone who has the HTTP API's token could do harm
    /// with it.
    /// </summary>
    public bool HttpByDefault { get; init; } = true;
}
