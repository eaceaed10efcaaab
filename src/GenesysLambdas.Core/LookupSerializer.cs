using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;
using GenesysLambdas.Core.Requests;

namespace GenesysLambdas;

/// <summary>Reads events and writes answers. Any bytes are accepted as a request, so that even an event that is not JSON is answered.</summary>
public sealed class LookupSerializer() : AbstractLambdaJsonSerializer(null!), ILambdaSerializer
{
    protected override T InternalDeserialize<T>(byte[] utf8Json) =>
        LookupRequest.Parse(utf8Json) is T request ? request : throw Unknown<T>();

    protected override void InternalSerialize<T>(Utf8JsonWriter writer, T response)
    {
        if (response is not Answer answer)
        {
            throw Unknown<T>();
        }

        answer.Write(writer);
    }

    private static NotSupportedException Unknown<T>() =>
        new($"A function's method takes a {nameof(LookupRequest)} and returns an {nameof(Answer)}, not a {typeof(T)}.");
}
