namespace SignBridge.Translation;

/// <summary>The numbers of a causal language model that its card states and its graph must confirm.</summary>
/// <param name="Layers">Attention layers, each with a key and a value cache.</param>
/// <param name="KvHeads">Heads of a key or value cache.</param>
/// <param name="HeadSize">Values of a head.</param>
/// <param name="Vocabulary">Tokens that the logits score.</param>
/// <param name="Context">The most tokens of a prompt and its answer together.</param>
internal sealed record LanguageModelArchitecture(int Layers, int KvHeads, int HeadSize, int Vocabulary, int Context);
