using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

// Handlers that write their answer themselves.
public partial class LambdaBootstrapBuilder
{
    /// <summary>A handler that needs no event and answers with a stream.</summary>
    public static LambdaBootstrapBuilder Create(Func<Task<Stream>> handler) =>
        new(async (_, _, answer) => await CopyAsync(await handler(), answer));

    /// <summary>A handler that needs no event, answers with a stream, and takes the context.</summary>
    public static LambdaBootstrapBuilder Create(Func<ILambdaContext, Task<Stream>> handler) =>
        new(async (_, context, answer) => await CopyAsync(await handler(context), answer));

    /// <summary>A handler that reads the event from a stream and answers with a stream.</summary>
    public static LambdaBootstrapBuilder Create(Func<Stream, Task<Stream>> handler) =>
        new(async (request, _, answer) => await CopyAsync(await handler(request), answer));

    /// <summary>A handler that reads the event from a stream, answers with a stream, and takes the context.</summary>
    public static LambdaBootstrapBuilder Create(Func<Stream, ILambdaContext, Task<Stream>> handler) =>
        new(async (request, context, answer) => await CopyAsync(await handler(request, context), answer));

    /// <summary>A handler that takes the event as an object and answers with a stream.</summary>
    public static LambdaBootstrapBuilder Create<TInput>(Func<TInput, Task<Stream>> handler, ILambdaSerializer serializer) =>
        new(async (request, _, answer) => await CopyAsync(await handler(serializer.Deserialize<TInput>(request)), answer), serializer);

    /// <summary>A handler that takes the event as an object, answers with a stream, and takes the context.</summary>
    public static LambdaBootstrapBuilder Create<TInput>(Func<TInput, ILambdaContext, Task<Stream>> handler, ILambdaSerializer serializer) =>
        new(async (request, context, answer) => await CopyAsync(await handler(serializer.Deserialize<TInput>(request), context), answer), serializer);

    private static async Task CopyAsync(Stream? from, MemoryStream answer)
    {
        if (from is not null)
        {
            await using (from)
            {
                await from.CopyToAsync(answer);
            }
        }
    }
}
