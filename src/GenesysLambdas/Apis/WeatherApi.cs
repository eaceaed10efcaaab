namespace GenesysLambdas.Apis;

/// <summary>OpenWeather (openweathermap.org/current).</summary>
[ExternalApi("WEATHER_API", BaseUrl = "https://api.openweathermap.org", Auth = "query:appid", RequiresSecret = true)]
public sealed class WeatherApi;
