using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Any handler: reads the event, writes the answer.</summary>
internal delegate Task InvocationHandler(MemoryStream request, ILambdaContext context, MemoryStream answer);
