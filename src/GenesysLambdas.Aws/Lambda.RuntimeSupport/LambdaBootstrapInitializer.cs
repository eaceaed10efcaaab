namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Runs before the first event is asked for.</summary>
/// <returns>False when the function cannot start.</returns>
public delegate Task<bool> LambdaBootstrapInitializer();
