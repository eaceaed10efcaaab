namespace GenesysLambdas.Cli.StandIns;

/// <summary>The weather of a dozen cities, in OpenWeatherMap's shape, with a key in the query.</summary>
internal sealed class WeatherStandIn : IStandIn
{
    private static readonly Dictionary<string, (double Temperature, string Description)> Cities = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Amsterdam"] = (14.2, "light rain"),
        ["Berlin"] = (17.8, "few clouds"),
        ["Dublin"] = (12.6, "moderate rain"),
        ["Indianapolis"] = (23.1, "scattered clouds"),
        ["London"] = (15.3, "overcast clouds"),
        ["Madrid"] = (29.4, "clear sky"),
        ["New York"] = (20.7, "haze"),
        ["Oslo"] = (-3.5, "snow"),
        ["Paris"] = (21.5, "clear sky"),
        ["São Paulo"] = (24.9, "thunderstorm"),
        ["Sydney"] = (18.2, "broken clouds"),
        ["Tokyo"] = (22, "mist"),
    };

    public string Api => "WEATHER_API";

    public string? Secret => """{"apiKey":"local-weather-key"}""";

    public void Map(IEndpointRouteBuilder routes, StandInToken token) => routes.MapGet("/data/2.5/weather", context =>
    {
        var query = context.Request.Query;
        if (!token.IsRight(query["appid"]))
        {
            return Refuse(context, StatusCodes.Status401Unauthorized, "Invalid API key. Please see https://openweathermap.org/faq#error401 for more info.");
        }

        var name = query["q"].ToString().Trim();
        return Cities.TryGetValue(name, out var city)
            ? context.AnswerAsync(StatusCodes.Status200OK, Weather(name, city.Temperature, city.Description))

            // Like OpenWeatherMap: a number in a 401, a string in a 404.
            : context.AnswerAsync(StatusCodes.Status404NotFound, new JsonObject { ["cod"] = "404", ["message"] = "city not found" });
    });

    private static Task Refuse(HttpContext context, int status, string message) =>
        context.AnswerAsync(status, new JsonObject { ["cod"] = status, ["message"] = message });

    private static JsonObject Weather(string name, double temperature, string description) => new()
    {
        ["weather"] = new JsonArray(new JsonObject { ["id"] = 800, ["main"] = "Weather", ["description"] = description, ["icon"] = "01d" }),
        ["base"] = "stations",
        ["main"] = new JsonObject { ["temp"] = temperature, ["pressure"] = 1015, ["humidity"] = 60 },
        ["visibility"] = 10000,
        ["wind"] = new JsonObject { ["speed"] = 3.1, ["deg"] = 220 },
        ["name"] = name,
        ["cod"] = StatusCodes.Status200OK,
    };
}
