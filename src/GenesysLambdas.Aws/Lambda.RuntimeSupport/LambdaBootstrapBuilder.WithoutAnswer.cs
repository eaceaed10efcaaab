using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

// Handlers that answer nothing.
public partial class LambdaBootstrapBuilder
{
    /// <summary>A handler that needs no event and answers nothing.</summary>
    public static LambdaBootstrapBuilder Create(Func<Task> handler) =>
        new((_, _, _) => handler());

    /// <summary>A handler that needs no event, answers nothing, and takes the context.</summary>
    public static LambdaBootstrapBuilder Create(Func<ILambdaContext, Task> handler) =>
        new((_, context, _) => handler(context));

    /// <summary>A handler that reads the event from a stream and answers nothing.</summary>
    public static LambdaBootstrapBuilder Create(Func<Stream, Task> handler) =>
        new((request, _, _) => handler(request));

    /// <summary>A handler that reads the event from a stream, answers nothing, and takes the context.</summary>
    public static LambdaBootstrapBuilder Create(Func<Stream, ILambdaContext, Task> handler) =>
        new((request, context, _) => handler(request, context));

    /// <summary>A handler that takes the event as an object and answers nothing.</summary>
    public static LambdaBootstrapBuilder Create<TInput>(Func<TInput, Task> handler, ILambdaSerializer serializer) =>
        new((request, _, _) => handler(serializer.Deserialize<TInput>(request)), serializer);

    /// <summary>A handler that takes the event as an object, answers nothing, and takes the context.</summary>
    public static LambdaBootstrapBuilder Create<TInput>(Func<TInput, ILambdaContext, Task> handler, ILambdaSerializer serializer) =>
        new((request, context, _) => handler(serializer.Deserialize<TInput>(request), context), serializer);
}
