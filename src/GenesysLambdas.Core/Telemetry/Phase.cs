namespace GenesysLambdas.Telemetry;

/// <summary>What an invocation spends its time on.</summary>
internal enum Phase
{
    /// <summary>Waiting for credentials.</summary>
    Secret,

    /// <summary>Waiting for the external API.</summary>
    ExternalApi,
}
