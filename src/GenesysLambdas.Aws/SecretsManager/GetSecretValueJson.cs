using System.Buffers;
using System.Text.Json;
using Amazon.SecretsManager.Model;

namespace Amazon.SecretsManager;

/// <summary>GetSecretValue on the wire (https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html).</summary>
internal static class GetSecretValueJson
{
    public static ReadOnlyMemory<byte> Write(GetSecretValueRequest request)
    {
        var json = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(json);
        writer.WriteStartObject();
        Write(writer, "SecretId", request.SecretId);
        Write(writer, "VersionId", request.VersionId);
        Write(writer, "VersionStage", request.VersionStage);
        writer.WriteEndObject();
        writer.Flush();
        return json.WrittenMemory;
    }

    /// <exception cref="JsonException">Not JSON, or not in this shape.</exception>
    public static GetSecretValueResponse Read(ReadOnlySpan<byte> json)
    {
        var response = new GetSecretValueResponse();
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("A secret is a JSON object.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            if (reader.TokenType != JsonTokenType.Null)
            {
                ReadMember(ref reader, name, response);
            }
        }

        return response;
    }

    private static void ReadMember(ref Utf8JsonReader reader, string? name, GetSecretValueResponse response)
    {
        switch (name)
        {
            case "ARN":
                response.ARN = reader.GetString();
                break;
            case "Name":
                response.Name = reader.GetString();
                break;
            case "CreatedDate":
                // Seconds since 1970, with a fraction.
                response.CreatedDate = DateTime.UnixEpoch.AddSeconds(reader.GetDouble());
                break;
            case "SecretString":
                response.SecretString = reader.GetString();
                break;
            case "SecretBinary":
                response.SecretBinary = new MemoryStream(reader.GetBytesFromBase64());
                break;
            case "VersionId":
                response.VersionId = reader.GetString();
                break;
            case "VersionStages" when reader.TokenType == JsonTokenType.StartArray:
                response.VersionStages = [];
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    response.VersionStages.Add(reader.GetString()!);
                }

                break;
            default:
                reader.Skip();
                break;
        }
    }

    private static void Write(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }
}
