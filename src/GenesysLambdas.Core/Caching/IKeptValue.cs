namespace GenesysLambdas.Caching;

/// <summary>A value that is fetched when it is needed and used for a while, such as a secret.</summary>
internal interface IKeptValue<T>
    where T : class
{
    /// <summary>The cached value, or a new one if there is none.</summary>
    Task<T> GetAsync(CancellationToken cancellationToken);

    /// <summary>A value newer than one that was refused.</summary>
    /// <returns>Null if there is none, or if a new one was requested within the last few seconds.</returns>
    Task<T?> ReplaceAsync(T refused, CancellationToken cancellationToken);
}
