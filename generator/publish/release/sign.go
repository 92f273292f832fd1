package release

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/hiddeco/sshsig"
	"golang.org/x/crypto/ssh"
)

// namespace keeps a signature of something else from being taken for that of a
// manifest, and the other way round.
const namespace = "mingfa-manifest"

// principal is the name that manifest.signers gives the key.
const principal = "mingfa"

// Key signs manifests: a private SSH key. Its signatures are those of
// ssh-keygen -Y sign (openssh PROTOCOL.sshsig), so that a reader can check one
// with what Windows, macOS and Linux come with:
//
//	ssh-keygen -Y verify -f manifest.signers -I mingfa -n mingfa-manifest -s manifest.json.sig < manifest.json
type Key struct{ signer ssh.Signer }

// LoadKey reads a private key file as ssh-keygen writes one, without a
// passphrase: nobody is there to type it when a push publishes.
func LoadKey(path string) (*Key, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	signer, err := ssh.ParsePrivateKey(raw)
	var locked *ssh.PassphraseMissingError
	switch {
	case errors.As(err, &locked):
		return nil, fmt.Errorf("签名用的密钥 %s 设了口令，发布时没有人能输入它。请另做一把不设口令的：ssh-keygen -t ed25519 -N \"\" -f 文件", path)
	case err != nil:
		return nil, fmt.Errorf("%s 不是 SSH 私钥文件：%w", path, err)
	}
	return &Key{signer}, nil
}

func (k *Key) sign(text []byte) ([]byte, error) {
	sig, err := sshsig.Sign(bytes.NewReader(text), k.signer, sshsig.HashSHA512, namespace)
	if err != nil {
		return nil, fmt.Errorf("failed to sign the manifest: %w", err)
	}
	return sshsig.Armor(sig), nil
}

// signers is the public key as ssh-keygen -Y verify reads it (ALLOWED SIGNERS
// in ssh-keygen(1)).
func (k *Key) signers() []byte {
	key := strings.TrimSpace(string(ssh.MarshalAuthorizedKey(k.signer.PublicKey())))
	return fmt.Appendf(nil, "%s namespaces=\"%s\" %s\n", principal, namespace, key)
}

// checkSignature checks the signature of a manifest by one of the keys in
// signers, a file of public keys or of allowed signers. It gives the key's
// fingerprint.
func checkSignature(text, signature, signers []byte) (string, error) {
	sig, err := sshsig.Unarmor(signature)
	if err != nil {
		return "", fmt.Errorf("签名读不懂：%w", err)
	}
	print := ssh.FingerprintSHA256(sig.PublicKey)
	keys := publicKeys(signers)
	if len(keys) == 0 {
		return print, errors.New("给出的公钥文件里没有公钥")
	}
	for _, key := range keys {
		if bytes.Equal(key.Marshal(), sig.PublicKey.Marshal()) {
			if err := sshsig.Verify(bytes.NewReader(text), sig, key, sig.HashAlgorithm, namespace); err != nil {
				return print, fmt.Errorf("签名与清单不符：%w", err)
			}
			return print, nil
		}
	}
	return print, fmt.Errorf("签名用的是另一把密钥：%s", print)
}

// publicKeys reads lines of authorized_keys or of allowed_signers.
func publicKeys(raw []byte) []ssh.PublicKey {
	var keys []ssh.PublicKey
	for line := range strings.Lines(string(raw)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		key, _, _, _, err := ssh.ParseAuthorizedKey([]byte(line))
		if err != nil {
			_, rest, _ := strings.Cut(line, " ") // the names of the signers
			key, _, _, _, err = ssh.ParseAuthorizedKey([]byte(rest))
		}
		if err == nil {
			keys = append(keys, key)
		}
	}
	return keys
}
