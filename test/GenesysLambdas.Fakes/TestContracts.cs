using GenesysLambdas.Core.Contracts;

namespace GenesysLambdas.Fakes;

internal static class TestContracts
{
    public static LookupContract Weather { get; } = new(
        "current-weather",
        "The weather now in a city.",
        new ApiContract("WEATHER_API", "", "query:appid", RequiresSecret: true),
        [new InputContract { Name = "city_name", Type = ContractType.String, Description = "The city.", Required = true, MaxLength = 100 }],
        [
            new OutputContract("temperature", ContractType.Number, IsArray: false, "Degrees Celsius."),
            new OutputContract("condition", ContractType.String, IsArray: false, "The sky."),
            new OutputContract("success", ContractType.Boolean, IsArray: false, "Whether it worked."),
            new OutputContract("statusCode", ContractType.Integer, IsArray: false, "Like HTTP's."),
            new OutputContract("errorCode", ContractType.String, IsArray: false, "What failed."),
            new OutputContract("errorMessage", ContractType.String, IsArray: false, "Why."),
        ])
    {
        Function = "CurrentWeatherFunction",
        Method = "LookUpWeather",
    };

    public static LookupContract History { get; } = new(
        "list-invocations",
        "What ran.",
        new ApiContract("GENESYS_API", "", "oauth2", RequiresSecret: true),
        [
            new InputContract { Name = "page_size", Type = ContractType.Integer, Description = "Entities of a page.", Default = "50", Minimum = 1, Maximum = 100 },
            new InputContract { Name = "ratio", Type = ContractType.Number, Description = "A ratio." },
            new InputContract { Name = "exact", Type = ContractType.Boolean, Description = "Whether exactly." },
            new InputContract { Name = "locale", Type = ContractType.String, Description = "The language.", Default = "\"en-US\"", Format = TextFormat.LanguageTag },
        ],
        [new OutputContract("ids", ContractType.String, IsArray: true, "Their ids.")])
    {
        Function = "ListInvocationsFunction",
        Method = "LookUpInvocations",
    };

    public static IReadOnlyList<LookupContract> All { get; } = [Weather, History];

    /// <summary>The same contract with one more output.</summary>
    public static IReadOnlyList<LookupContract> WithWind { get; } =
        [Weather with { Outputs = [.. Weather.Outputs, new OutputContract("wind", ContractType.Number, IsArray: false, "Metres a second.")] }, History];

    /// <summary>The same contract with one output less.</summary>
    public static IReadOnlyList<LookupContract> WithoutCondition { get; } =
        [Weather with { Outputs = [.. Weather.Outputs.Where(output => output.Name != "condition")] }, History];
}
