namespace GenesysLambdas.Lookups;

public sealed partial record CurrentWeatherInputs
{
    [Input("city_name", "The city, such as Paris or Paris,FR.", MaxLength = 100, Missing = "Missing required field: city_name")]
    public required string CityName { get; init; }
}

public sealed partial record CurrentWeatherOutputs : LookupOutputs
{
    [Output("temperature", "The temperature in degrees Celsius.")]
    public decimal Temperature { get; init; }

    [Output("condition", "The weather in words, such as Clear sky.")]
    public string Condition { get; init; } = "";

    [Output("error_message", "What went wrong; empty on success.")]
    public string ErrorMessage { get; init; } = "";
}

[Lookup("current-weather", "Finds the current weather in a city.", Api = typeof(WeatherApi))]
public sealed partial class CurrentWeather(LookupHost host) : Lookup<CurrentWeatherInputs, CurrentWeatherOutputs>(host, Contract)
{
    [LambdaFunction(ResourceName = "CurrentWeatherFunction")]
    public Task<Answer> LookUpWeather(LookupRequest request, ILambdaContext context) => AnswerAsync(request, context);

    protected override async Task<CurrentWeatherOutputs> LookUpAsync(CurrentWeatherInputs inputs, ApiCall api)
    {
        var weather = await api.GetAsync($"data/2.5/weather?q={inputs.CityName}&units=metric", CurrentWeatherJson.Default.Weather);
        return weather is null
            ? new() { Condition = "Error", ErrorMessage = $"City '{inputs.CityName}' not found" }
            : new()
            {
                // A missing temperature is not 0 degrees.
                Temperature = weather.Main?.Temp ?? throw new LookupException(Failure.UnusableReply("The external API's reply contains no temperature")),
                Condition = Sentence(weather.Conditions is [{ Description: { } description }, ..] ? description : ""),
            };
    }

    protected override bool IsFound(CurrentWeatherOutputs outputs) => outputs.ErrorMessage.Length == 0;

    protected override string Explain(Failure failure) => failure switch
    {
        { Reason: FailureReason.SecretMissing } => "API Key not configured",
        { ExternalStatus: 401 } => "Invalid API Key",
        { ExternalStatus: { } status } => $"External API Error: {status}",
        { Code: ErrorCode.ExternalApiTimeout } => "External API request timed out",
        _ => failure.Message,
    };

    protected override CurrentWeatherOutputs Failed(Failure failure) => new()
    {
        Condition = failure switch
        {
            { Reason: FailureReason.SecretMissing } => "Configuration Error",
            { Reason: FailureReason.InputMissing or FailureReason.ErrorStatus } => "Error",
            { Code: ErrorCode.ExternalApiTimeout } => "Timeout",
            _ => "System Error",
        },
        ErrorMessage = failure.Message,
    };

    private static string Sentence(string description) =>
        string.IsNullOrWhiteSpace(description) ? "Unknown" : char.ToUpperInvariant(description[0]) + description[1..].ToLowerInvariant();
}

internal sealed record Weather(
    [property: JsonPropertyName("weather")] IReadOnlyList<Weather.State?>? Conditions,
    Weather.Readings? Main)
{
    internal sealed record State(string? Description);

    internal sealed record Readings(decimal? Temp);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(ReplyConverter)])]
[JsonSerializable(typeof(Weather))]
internal sealed partial class CurrentWeatherJson : JsonSerializerContext;
