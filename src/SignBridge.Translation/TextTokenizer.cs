using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.ML.Tokenizers;

namespace SignBridge.Translation;

/// <summary>The byte-level BPE of a <c>tokenizer.json</c>: text to ids and back.</summary>
internal sealed partial class TextTokenizer
{
    private readonly BpeTokenizer _bpe;
    private readonly string?[] _tokens;

    private TextTokenizer(TokenizerFile file)
    {
        SpecialTokens = file.SpecialTokens;
        _bpe = BpeTokenizer.Create(new BpeOptions(file.Vocabulary)
        {
            Merges = file.Merges,
            ByteLevel = true,
            SpecialTokens = file.SpecialTokens,
            PreTokenizer = new RegexPreTokenizer(file.SplitsDigits ? WordsAndDigits() : Words(), file.SpecialTokens),
        });
        _tokens = new string?[1 + file.Vocabulary.Max(t => t.Value)];
        foreach (var (token, id) in file.Vocabulary)
            _tokens[id] = token;
        foreach (var id in file.SpecialTokens.Values.Where(id => id < _tokens.Length))
            _tokens[id] = null;
    }

    /// <summary>The tokens that are no text, with their ids.</summary>
    public IReadOnlyDictionary<string, int> SpecialTokens { get; }

    /// <summary>One more than the highest id.</summary>
    public int Size => _tokens.Length;

    /// <summary>Reads a <c>tokenizer.json</c>.</summary>
    /// <exception cref="SignBridgeException">It is damaged or of another kind (<see cref="FailureKind.Model"/>).</exception>
    public static TextTokenizer Load(string path)
    {
        try
        {
            return new TextTokenizer(TokenizerFile.Read(File.ReadAllBytes(path)));
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException or ArgumentException)
        {
            throw new SignBridgeException(
                FailureKind.Model,
                $"The tokenizer '{path}' cannot be read ({e.Message.ReplaceLineEndings(" ").TrimEnd('.')}): expected a byte-level BPE in Hugging Face's tokenizer.json; restore the file from the repository.",
                e);
        }
    }

    /// <summary>The ids of a text. Special tokens in it are recognised: text from outside must not contain them.</summary>
    public IReadOnlyList<int> Encode(string text) => _bpe.EncodeToIds(text);

    /// <summary>The text of ids without special tokens. A character whose last bytes are yet to come is left out, so that a text that grows
    /// token by token never shows a replacement character that disappears again.</summary>
    public string Decode(IEnumerable<int> ids)
    {
        var decoder = Encoding.UTF8.GetDecoder();
        var text = new StringBuilder();
        Span<char> buffer = stackalloc char[64];
        foreach (var id in ids)
        {
            ReadOnlySpan<byte> bytes = (uint)id < (uint)_tokens.Length && _tokens[id] is { } token ? Bytes(token) : [];
            while (!bytes.IsEmpty)
            {
                decoder.Convert(bytes, buffer, flush: false, out var used, out var written, out _);
                text.Append(buffer[..written]);
                bytes = bytes[used..];
            }
        }

        return text.ToString();
    }

    private static byte[] Bytes(string token)
    {
        var bytes = new byte[token.Length];
        for (var i = 0; i < bytes.Length; i++)
        {
            if (!ByteLevelAlphabet.TryGetByte(token[i], out bytes[i]))
                return Encoding.UTF8.GetBytes(token);
        }

        return bytes;
    }

    // The words of GPT-2: contractions, letters, numbers or other signs with the blank before them, and blanks.
    [GeneratedRegex(@"'(?:[sdmt]|ll|ve|re)| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    // The same after every digit was cut out: a digit is a word, and blanks before it belong together.
    [GeneratedRegex(@"'(?:[sdmt]|ll|ve|re)| ?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+|\s+(?![^\s\p{N}])|\s+", RegexOptions.CultureInvariant)]
    private static partial Regex WordsAndDigits();
}
