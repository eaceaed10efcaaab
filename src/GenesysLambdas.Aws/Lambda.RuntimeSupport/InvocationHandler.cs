using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>What every kind of handler comes down to: reads the event, writes the answer.</summary>
internal delegate Task InvocationHandler(MemoryStream request, ILambdaContext context, MemoryStream answer);
