using System.Collections.ObjectModel;

namespace GenesysLambdas.Cli.StandIns;

/// <summary>What answers in place of an external API.</summary>
internal interface IStandIn
{
    /// <summary>The prefix of the API's settings, such as <c>WEATHER_API</c>.</summary>
    string Api { get; }

    /// <summary>The first value of the API's secret; null: the API asks for none.</summary>
    string? Secret { get; }

    /// <summary>The path of its OAuth2 token endpoint; null: it has none.</summary>
    string? TokenPath => null;

    /// <summary>Settings of the functions that call it, beside its base URL and its secret.</summary>
    IReadOnlyDictionary<string, string> Settings => ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Adds the API's paths.</summary>
    /// <param name="routes">Where the API's base URL leads.</param>
    /// <param name="token">Tells whether a caller's token is right.</param>
    void Map(IEndpointRouteBuilder routes, StandInToken token);
}
