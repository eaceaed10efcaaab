using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using GenesysLambdas.Contracts;

namespace GenesysLambdas.Cli.Printing;

/// <summary>The lookups for programs.</summary>
internal static class LookupListJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(IReadOnlyList<LookupContract> contracts)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartArray();
            foreach (var contract in contracts)
            {
                Write(json, contract);
            }

            json.WriteEndArray();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, LookupContract contract)
    {
        json.WriteStartObject();
        json.WriteString("name", contract.Name);
        json.WriteString("description", contract.Description);
        json.WriteString("function", contract.Function);
        json.WriteString("method", contract.Method);
        json.WriteString("api", contract.Api.Name);
        json.WriteStartArray("inputs");
        foreach (var input in contract.Inputs)
        {
            Write(json, input);
        }

        json.WriteEndArray();
        json.WriteStartArray("outputs");
        foreach (var output in contract.Outputs)
        {
            Write(json, output);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, InputContract input)
    {
        json.WriteStartObject();
        json.WriteString("name", input.Name);
        json.WriteString("type", TypeName.Format(input.Type));
        json.WriteString("description", input.Description);
        json.WriteBoolean("required", input.Required);
        if (input.Default is not null)
        {
            json.WritePropertyName("default");
            json.WriteRawValue(input.Default);
        }

        if (input.Type == ContractType.String)
        {
            json.WriteNumber("minLength", input.MinLength);
            if (input.MaxLength < int.MaxValue)
            {
                json.WriteNumber("maxLength", input.MaxLength);
            }
        }

        WriteBound(json, "minimum", input.Minimum);
        WriteBound(json, "maximum", input.Maximum);
        json.WriteEndObject();
    }

    private static void WriteBound(Utf8JsonWriter json, string name, double bound)
    {
        if (double.IsFinite(bound))
        {
            json.WriteNumber(name, bound);
        }
    }

    private static void Write(Utf8JsonWriter json, OutputContract output)
    {
        json.WriteStartObject();
        json.WriteString("name", output.Name);
        json.WriteString("type", TypeName.Format(output.Type));
        json.WriteBoolean("array", output.IsArray);
        json.WriteString("description", output.Description);
        json.WriteEndObject();
    }
}
