using System.Collections.ObjectModel;

namespace GenesysLambdas.Local.StandIns;

/// <summary>Replies instead of an external API.</summary>
public interface IStandIn
{
    /// <summary>The prefix of the API's settings, such as <c>WEATHER_API</c>.</summary>
    string Api { get; }

    /// <summary>The initial value of the API's secret; null if it needs none.</summary>
    string? Secret { get; }

    /// <summary>The path of its OAuth2 token endpoint; null if it has none.</summary>
    string? TokenPath => null;

    /// <summary>Other settings for its functions, besides the base URL and the secret.</summary>
    IReadOnlyDictionary<string, string> Settings => ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Maps its paths, relative to the API's address.</summary>
    void Map(IEndpointRouteBuilder routes, StandInToken token);
}
