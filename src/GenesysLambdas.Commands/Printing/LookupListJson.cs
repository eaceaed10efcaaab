using System.Text.Encodings.Web;
using System.Text.Json.Serialization;

namespace GenesysLambdas.Commands.Printing;

internal static class LookupListJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static byte[] Write(IReadOnlyList<LookupContract> contracts) =>
        [.. JsonSerializer.SerializeToUtf8Bytes(contracts.Select(Describe), Options), (byte)'\n'];

    private static object Describe(LookupContract contract) => new
    {
        name = contract.Name,
        description = contract.Description,
        function = contract.Function,
        method = contract.Method,
        api = contract.Api.Name,
        inputs = contract.Inputs.Select(Describe),
        outputs = contract.Outputs.Select(output => new
        {
            name = output.Name,
            type = TypeName.Format(output.Type),
            array = output.IsArray,
            description = output.Description,
        }),
    };

    private static object Describe(InputContract input) => new
    {
        name = input.Name,
        type = TypeName.Format(input.Type),
        description = input.Description,
        required = input.Required,
        @default = input.Default is null ? null : JsonNode.Parse(input.Default),
        minLength = input.Type == ContractType.String ? input.MinLength : (int?)null,
        maxLength = input.Type == ContractType.String && input.MaxLength < int.MaxValue ? input.MaxLength : (int?)null,
        minimum = Finite(input.Minimum),
        maximum = Finite(input.Maximum),
    };

    private static double? Finite(double bound) => double.IsFinite(bound) ? bound : null;
}
