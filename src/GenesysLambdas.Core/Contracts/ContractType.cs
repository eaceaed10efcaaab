namespace GenesysLambdas.Core.Contracts;

/// <summary>The types of Genesys Cloud's flat contracts.</summary>
public enum ContractType
{
    /// <summary>A text.</summary>
    String,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number with decimals.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,
}
