using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace GenesysLambdas.Aws.Tests.Lambda;

public sealed partial class SerializerTests
{
    [Fact]
    public void Names_keep_their_case_nulls_are_dropped_and_only_what_JSON_demands_is_escaped()
    {
        var serializer = new SourceGeneratorLambdaJsonSerializer<PersonJson>();
        using var json = new MemoryStream();

        serializer.Serialize(new Person("Zoë <z@example.com>", null), json);

        Assert.Equal("""{"FullName":"Zoë <z@example.com>"}""", Encoding.UTF8.GetString(json.ToArray()));
    }

    [Fact]
    public void Names_are_read_in_any_case_from_any_stream()
    {
        var serializer = new SourceGeneratorLambdaJsonSerializer<PersonJson>();
        var json = """ {"fullname":"Zoë","AGE":7}"""u8.ToArray();
        using var part = new MemoryStream([.. "xx"u8, .. json], 2, json.Length);
        using var file = new BufferedStream(new MemoryStream(json));

        Assert.Equal(new Person("Zoë", 7), serializer.Deserialize<Person>(new MemoryStream(json)));
        Assert.Equal(new Person("Zoë", 7), serializer.Deserialize<Person>(part));
        Assert.Equal(new Person("Zoë", 7), serializer.Deserialize<Person>(file));
    }

    [Fact]
    public void The_options_are_the_overridden_ones_as_customized()
    {
        var serializer = new SnakeCase(options => options.WriteIndented = false);
        using var json = new MemoryStream();

        serializer.Serialize(new Person("Zoë", null), json);

        Assert.Equal("""{"full_name":"Zoë","age":null}""", Encoding.UTF8.GetString(json.ToArray()));
    }

    [Fact]
    public void What_cannot_be_read_or_written_is_an_error_that_names_the_type()
    {
        var serializer = new SourceGeneratorLambdaJsonSerializer<PersonJson>();

        Assert.Contains("Person", Assert.Throws<JsonSerializerException>(() => serializer.Deserialize<Person>(new MemoryStream("[1"u8.ToArray()))).Message, StringComparison.Ordinal);
        Assert.Contains("JsonSerializable(typeof(System.Uri))", Assert.Throws<JsonSerializerException>(() => serializer.Serialize<Uri?>(null, new MemoryStream())).Message, StringComparison.Ordinal);
    }

    internal sealed record Person(string? FullName, int? Age);

    [JsonSerializable(typeof(Person))]
    internal sealed partial class PersonJson : JsonSerializerContext;

    private sealed class SnakeCase(Action<JsonSerializerOptions> customizer) : SourceGeneratorLambdaJsonSerializer<PersonJson>(customizer)
    {
        protected override JsonSerializerOptions CreateDefaultJsonSerializationOptions() => new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
    }
}
