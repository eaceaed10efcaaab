using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

// Handlers whose answer the serializer writes.
public partial class LambdaBootstrapBuilder
{
    /// <summary>A handler that needs no event and answers with an object.</summary>
    public static LambdaBootstrapBuilder Create<TOutput>(Func<Task<TOutput>> handler, ILambdaSerializer serializer) =>
        new(async (_, _, answer) => serializer.Serialize(await handler(), answer), serializer);

    /// <summary>A handler that needs no event, answers with an object, and takes the context.</summary>
    public static LambdaBootstrapBuilder Create<TOutput>(Func<ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        new(async (_, context, answer) => serializer.Serialize(await handler(context), answer), serializer);

    /// <summary>A handler that reads the event from a stream and answers with an object.</summary>
    public static LambdaBootstrapBuilder Create<TOutput>(Func<Stream, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        new(async (request, _, answer) => serializer.Serialize(await handler(request), answer), serializer);

    /// <summary>A handler that reads the event from a stream, answers with an object, and takes the context.</summary>
    public static LambdaBootstrapBuilder Create<TOutput>(Func<Stream, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        new(async (request, context, answer) => serializer.Serialize(await handler(request, context), answer), serializer);

    /// <summary>A handler that takes the event as an object and answers with an object.</summary>
    public static LambdaBootstrapBuilder Create<TInput, TOutput>(Func<TInput, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        new(async (request, _, answer) => serializer.Serialize(await handler(serializer.Deserialize<TInput>(request)), answer), serializer);

    /// <summary>A handler that takes the event as an object, answers with an object, and takes the context.</summary>
    public static LambdaBootstrapBuilder Create<TInput, TOutput>(Func<TInput, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        new(async (request, context, answer) => serializer.Serialize(await handler(serializer.Deserialize<TInput>(request), context), answer), serializer);
}
