using System.Collections.ObjectModel;

namespace GenesysLambdas.Local.StandIns;

/// <summary>Answers in place of an external API.</summary>
public interface IStandIn
{
    /// <summary>The prefix of the API's settings, such as <c>WEATHER_API</c>.</summary>
    string Api { get; }

    /// <summary>The first value of the API's secret; null: the API needs none.</summary>
    string? Secret { get; }

    /// <summary>The path of its OAuth2 token endpoint; null: it has none.</summary>
    string? TokenPath => null;

    /// <summary>More settings of the functions that call it, besides its base URL and its secret.</summary>
    IReadOnlyDictionary<string, string> Settings => ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Maps its paths, which begin below the API's address.</summary>
    void Map(IEndpointRouteBuilder routes, StandInToken token);
}
