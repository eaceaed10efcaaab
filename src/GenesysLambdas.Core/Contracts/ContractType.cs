namespace GenesysLambdas.Core.Contracts;

/// <summary>The types of Genesys Cloud's flat contracts.</summary>
public enum ContractType
{
    String,

    Integer,

    Number,

    Boolean,
}
