namespace GenesysLambdas.Publishing.Tests.Terraform.Provider;

/// <summary>Checks the body of a block against what may be in it.</summary>
internal sealed class BlockCheck(TerraformScope scope)
{
    /// <param name="path">The block's place, for the messages.</param>
    public IEnumerable<string> Problems(string path, HclBody body, BlockSchema schema) =>
    [
        .. body.Arguments.SelectMany(argument => Argument(argument.Value, schema.Attributes.GetValueOrDefault(argument.Key)).Select(problem => $"{path}.{argument.Key}: {problem}")),
        .. from attribute in schema.Attributes
           where attribute.Value.Required && !body.Arguments.ContainsKey(attribute.Key)
           select $"{path}.{attribute.Key}: it is required",
        .. body.Blocks.GroupBy(block => block.Type).SelectMany(blocks => Blocks($"{path}.{blocks.Key}", [.. blocks], schema.BlockTypes.GetValueOrDefault(blocks.Key))),
    ];

    private IEnumerable<string> Argument(HclExpression value, AttributeSchema? attribute) => attribute switch
    {
        null => ["there is no such attribute"],
        { Required: false, Optional: false } => ["it is read-only"],
        { TypeName: TerraformLanguage.Name } => value.Kind is HclKind.Reference or HclKind.Call ? [] : ["it is not a name"],
        { TypeName: TerraformLanguage.Names } => value.Kind == HclKind.Tuple && value.Parts.All(part => part.Kind == HclKind.Reference) ? [] : ["it is not a list of names"],
        _ when scope.Missing(value).ToList() is { Count: > 0 } missing => missing,
        _ when !scope.Fits(attribute.TypeName, value) => [$"it is not a {attribute.TypeName}"],
        _ => Literal(value, attribute),
    };

    private static IEnumerable<string> Literal(HclExpression value, AttributeSchema attribute)
    {
        if (value.Kind is not (HclKind.String or HclKind.Number) || value.Parts.Count > 0)
        {
            yield break;
        }

        if (attribute.Values is { } values && !values.Contains(value.Text))
        {
            yield return $"it is not one of {string.Join(", ", values)}";
        }

        if (attribute.Between is [var least, var greatest] && (value.Kind == HclKind.Number ? decimal.Parse(value.Text) : value.Text.Length) is var size && (size < least || size > greatest))
        {
            yield return $"it is not between {least} and {greatest}";
        }
    }

    private IEnumerable<string> Blocks(string path, IReadOnlyList<HclBlock> blocks, NestedBlockSchema? schema)
    {
        if (schema is null)
        {
            return [$"{path}: there is no such block"];
        }

        return
        [
            .. blocks.Count > schema.MaxItems ? [$"{path}: there are more than {schema.MaxItems}"] : (string[])[],
            .. blocks.Where(block => block.Labels.Count > 0).Select(_ => $"{path}: it has a label"),
            .. blocks.SelectMany(block => Problems(path, block.Body, schema.Block)),
        ];
    }
}
