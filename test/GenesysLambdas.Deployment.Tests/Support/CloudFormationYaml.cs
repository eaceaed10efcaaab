using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace GenesysLambdas.Deployment.Tests.Support;

/// <summary>Reads CloudFormation's YAML as CloudFormation's JSON: short forms such as <c>!Ref</c> in full, anchors and merges followed.</summary>
internal static class CloudFormationYaml
{
    public static JsonObject Read(string file) => Parse(File.ReadAllText(file));

    public static JsonObject Parse(string text)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        return ToJson(yaml.Documents[0].RootNode)!.AsObject();
    }

    private static JsonNode? ToJson(YamlNode node)
    {
        JsonNode? value = node switch
        {
            YamlScalarNode scalar => JsonValue.Create(scalar.Value ?? ""),
            YamlSequenceNode sequence => new JsonArray([.. sequence.Select(ToJson)]),
            YamlMappingNode mapping => Mapping(mapping),
            _ => throw new NotSupportedException(node.NodeType.ToString()),
        };
        return node.Tag is { IsEmpty: false } tag && tag.Value.StartsWith('!') ? Function(tag.Value[1..], value!) : value;
    }

    private static JsonObject Mapping(YamlMappingNode mapping)
    {
        var result = new JsonObject();
        foreach (var (key, value) in mapping)
        {
            var name = ((YamlScalarNode)key).Value!;
            if (name != "<<")
            {
                result[name] = ToJson(value);
                continue;
            }

            foreach (var (merged, inherited) in ToJson(value)!.AsObject())
            {
                result.TryAdd(merged, inherited?.DeepClone());
            }
        }

        return result;
    }

    private static JsonObject Function(string name, JsonNode value) => name switch
    {
        "Ref" or "Condition" => new() { [name] = value },
        "GetAtt" when value is JsonValue => new() { ["Fn::GetAtt"] = new JsonArray([.. value.GetValue<string>().Split('.', 2).Select(part => JsonValue.Create(part))]) },
        _ => new() { ["Fn::" + name] = value },
    };
}
