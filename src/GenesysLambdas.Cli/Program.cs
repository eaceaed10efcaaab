using GenesysLambdas.Cli.Commands;
using GenesysLambdas.Cli.Emulator;
using GenesysLambdas.Contracts;

IReadOnlyList<LookupContract> contracts =
[
    new("current-weather", "The weather now in a city.", "CurrentWeatherFunction", "LookUpWeather", new("WEATHER_API", "", "query:appid", true),
        [new() { Name = "city_name", Type = ContractType.String, Description = "City", Required = true, MaxLength = 100 }],
        [new("temperature", ContractType.Number, false, "Degrees Celsius"), new("success", ContractType.Boolean, false, "Whether it worked")]),
];
return await new CommandLine(contracts, FunctionExecutable.BesideThisProgram, Terminal.OfThisProcess()).RunAsync(args);
