namespace GenesysLambdas.Publishing.Tests.Terraform.Provider;

internal enum HclKind
{
    String,
    Number,
    Bool,
    Null,
    Object,
    Member,
    Tuple,
    Reference,
    Call,
    Operation,
    Conditional,
}

/// <summary>An expression of Terraform's language.</summary>
/// <param name="Text">A literal's text, a member's key, a reference such as <c>var.x</c>, the name of a function or operator.</param>
/// <param name="Parts">What it is made of. A string's parts are its interpolations, a member's is its value.</param>
internal sealed record HclExpression(HclKind Kind, string Text, params IReadOnlyList<HclExpression> Parts)
{
    /// <summary>The expression, its parts, theirs, and so on.</summary>
    public IEnumerable<HclExpression> All => [this, .. Parts.SelectMany(part => part.All)];
}

/// <summary>A body, without the order of its members.</summary>
internal sealed record HclBody(IReadOnlyDictionary<string, HclExpression> Arguments, IReadOnlyList<HclBlock> Blocks)
{
    public IEnumerable<HclBlock> BlocksOf(string type) => Blocks.Where(block => block.Type == type);
}

/// <param name="Labels">What stands in quotation marks after the type.</param>
internal sealed record HclBlock(string Type, IReadOnlyList<string> Labels, HclBody Body);
