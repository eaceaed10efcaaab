using System.Text;
using System.Text.Json.Serialization;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace GenesysLambdas.Aws.Tests.Lambda;

public sealed partial class SerializerTests
{
    [Fact]
    public void Only_what_JSON_demands_is_escaped()
    {
        var serializer = new GeneratedSerializer(PersonJson.Default);
        using var json = new MemoryStream();

        serializer.Serialize(new Person("Zoë <z@example.com>", null), json);

        Assert.Equal("""{"FullName":"Zoë <z@example.com>","Age":null}""", Encoding.UTF8.GetString(json.ToArray()));
    }

    [Fact]
    public void An_event_is_read_from_any_stream()
    {
        var serializer = new GeneratedSerializer(PersonJson.Default);
        var json = """ {"FullName":"Zoë","Age":7}"""u8.ToArray();
        using var part = new MemoryStream([.. "xx"u8, .. json], 2, json.Length);
        using var file = new BufferedStream(new MemoryStream(json));

        Assert.Equal(new Person("Zoë", 7), serializer.Deserialize<Person>(new MemoryStream(json)));
        Assert.Equal(new Person("Zoë", 7), serializer.Deserialize<Person>(part));
        Assert.Equal(new Person("Zoë", 7), serializer.Deserialize<Person>(file));
    }

    [Fact]
    public void What_cannot_be_read_or_written_is_an_error_that_names_the_type()
    {
        var serializer = new GeneratedSerializer(PersonJson.Default);

        Assert.Contains("Person", Assert.Throws<JsonSerializerException>(() => serializer.Deserialize<Person>(new MemoryStream("[1"u8.ToArray()))).Message, StringComparison.Ordinal);
        Assert.Contains("System.Uri", Assert.Throws<JsonSerializerException>(() => serializer.Serialize<Uri?>(null, new MemoryStream())).Message, StringComparison.Ordinal);
    }

    internal sealed record Person(string? FullName, int? Age);

    [JsonSerializable(typeof(Person))]
    internal sealed partial class PersonJson : JsonSerializerContext;
}
