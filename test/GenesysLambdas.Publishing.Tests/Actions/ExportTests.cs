using GenesysLambdas.Core.Contracts;

namespace GenesysLambdas.Publishing.Tests.Actions;

public sealed class ExportTests : IDisposable
{
    private const string WeatherArn = "arn:aws:lambda:eu-central-1:123456789012:function:lookups-current-weather";

    private static readonly InputContract Text = new() { Name = "code", Type = ContractType.String, Description = "The code." };

    private readonly ActionsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_action_is_written_as_Genesys_Cloud_imports_it()
    {
        Assert.Equal(0, await _folder.ExportAsync("--function-arn", $"current-weather={WeatherArn}"));

        Assert.Equal(
            $$$"""
            {
              "name": "Current Weather",
              "integrationType": "aws-lambda-data-actions",
              "actionType": "custom",
              "config": {
                "request": {
                  "requestUrlTemplate": "{{{WeatherArn}}}",
                  "requestType": "POST",
                  "headers": {},
                  "requestTemplate": "{\"inputs\": ${input.rawRequest}}"
                },
                "response": {
                  "translationMap": {
                    "result": "$.result"
                  },
                  "translationMapDefaults": {},
                  "successTemplate": "${result}"
                }
              },
              "contract": {
                "input": {
                  "inputSchema": {
                    "title": "Current Weather inputs",
                    "type": "object",
                    "required": [
                      "city_name"
                    ],
                    "properties": {
                      "city_name": {
                        "type": "string",
                        "description": "The city. 1 to 100 characters."
                      }
                    },
                    "additionalProperties": true
                  }
                },
                "output": {
                  "successSchema": {
                    "title": "Current Weather outputs",
                    "type": "object",
                    "properties": {
                      "temperature": {
                        "type": "number",
                        "description": "Degrees Celsius."
                      },
                      "condition": {
                        "type": "string",
                        "description": "The sky."
                      },
                      "success": {
                        "type": "boolean",
                        "description": "Whether it worked."
                      },
                      "statusCode": {
                        "type": "integer",
                        "description": "Like HTTP's."
                      },
                      "errorCode": {
                        "type": "string",
                        "description": "What failed."
                      },
                      "errorMessage": {
                        "type": "string",
                        "description": "Why."
                      }
                    },
                    "additionalProperties": true
                  }
                }
              },
              "secure": false
            }

            """,
            _folder.Read("actions/current-weather.json"));
    }

    [Fact]
    public async Task Defaults_and_arrays_are_in_the_contract()
    {
        await _folder.ExportAsync();

        var contract = _folder.Action("list-invocations")["contract"]!;
        var inputs = contract["input"]!["inputSchema"]!["properties"]!;
        Assert.Equal("""{"type":"integer","description":"Entities of a page. 1 to 100.","default":50}""", inputs["page_size"]!.ToJsonString());
        Assert.Equal("""{"type":"number","description":"A ratio."}""", inputs["ratio"]!.ToJsonString());
        Assert.Equal("""{"type":"boolean","description":"Whether exactly."}""", inputs["exact"]!.ToJsonString());
        Assert.Equal("""{"type":"string","description":"The language. A language tag.","default":"en-US"}""", inputs["locale"]!.ToJsonString());
        Assert.Equal("""{"type":"array","description":"Their ids.","items":{"type":"string"}}""", contract["output"]!["successSchema"]!["properties"]!["ids"]!.ToJsonString());
    }

    public static TheoryData<InputContract, string> Limits => new()
    {
        { Text with { MaxLength = 64 }, "The code. Up to 64 characters." },
        { Text with { MaxLength = 64, Required = true }, "The code. 1 to 64 characters." },
        { Text with { MaxLength = 64, MinLength = 2 }, "The code. 2 to 64 characters." },
        { Text with { MaxLength = int.MaxValue }, "The code." },
        { Text with { MaxLength = 64, Format = TextFormat.Json }, "The code. JSON of up to 64 characters." },
        { Text with { Type = ContractType.Integer, Minimum = 1 }, "The code. At least 1." },
        { Text with { Type = ContractType.Number, Maximum = 0.5 }, "The code. At most 0.5." },
    };

    /// <remarks>
    /// Genesys Cloud enforces a schema's limits by failing the action before the function is asked, so that the flow gets no answer
    /// to branch on. Of 74 real exports in public repositories some have minLength, maxLength, pattern and enum; none has minimum or
    /// maximum.
    /// </remarks>
    [Theory]
    [MemberData(nameof(Limits))]
    public async Task A_limit_is_described_and_not_declared(InputContract input, string description)
    {
        _folder.Contracts = [TestContracts.Weather with { Inputs = [input] }];

        await _folder.ExportAsync();

        var declared = _folder.Action("current-weather")["contract"]!["input"]!["inputSchema"]!["properties"]!["code"]!.AsObject();
        Assert.Equal(["type", "description"], declared.Select(keyword => keyword.Key));
        Assert.Equal(description, (string?)declared["description"]);
    }

    [Fact]
    public async Task The_same_contracts_give_the_same_bytes()
    {
        await _folder.ExportAsync();
        await _folder.ExportAsync("--output", _folder.At("again"));

        foreach (var file in Directory.GetFiles(_folder.Actions))
        {
            var bytes = await File.ReadAllBytesAsync(file);
            Assert.Equal(bytes, await File.ReadAllBytesAsync(Path.Combine(_folder.At("again"), Path.GetFileName(file))));
            Assert.Equal(("}\n", false, (byte)'{'), (System.Text.Encoding.UTF8.GetString(bytes[^2..]), bytes.Contains((byte)'\r'), bytes[0]));
        }
    }

    [Fact]
    public async Task Default_templates_leave_request_and_answer_flat()
    {
        Assert.Equal(0, await _folder.ExportAsync("--default-templates"));

        var config = _folder.Action("current-weather")["config"]!;
        Assert.Equal("${input.rawRequest}", (string?)config["request"]!["requestTemplate"]);
        Assert.Equal("""{"translationMap":{},"translationMapDefaults":{},"successTemplate":"${rawResult}"}""", config["response"]!.ToJsonString());
    }

    [Fact]
    public async Task Another_folder_gets_every_committed_version_too()
    {
        await _folder.ExportAsync();
        _folder.Contracts = TestContracts.WithWind;
        await _folder.ExportAsync("--new-version", "current-weather");

        Assert.Equal(0, await _folder.ExportAsync("--output", _folder.At("elsewhere"), "--function-arn", $"current-weather={WeatherArn}"));

        foreach (var file in new[] { "current-weather.json", "current-weather.v2.json" })
        {
            Assert.Equal(_folder.Read($"actions/{file}").Replace("<ARN of CurrentWeatherFunction>", WeatherArn, StringComparison.Ordinal), _folder.Read($"elsewhere/{file}"));
        }
    }

    [Fact]
    public async Task Without_committed_actions_a_note_explains_the_names()
    {
        Assert.Equal(0, await _folder.ExportAsync("--output", _folder.At("elsewhere")));

        Assert.Contains("every action is named as a first version", _folder.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_an_error()
    {
        var file = _folder.Write("file", "");

        Assert.Equal(1, await _folder.ExportAsync("--output", file));
        Assert.StartsWith("Cannot write ", _folder.Error, StringComparison.Ordinal);
    }
}
