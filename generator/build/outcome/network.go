package outcome

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"syscall"
)

// address is what err, which is about an address of the network, says.
func (t *teller) address(address string, err error) string {
	var dns *net.DNSError
	for _, kind := range []struct {
		is   bool
		says string
	}{
		{errors.As(err, &dns) && dns.IsNotFound, "找不到 %s：没有这个域名。请核对网址；网址没错时，请检查网络。"},
		{isTimeout(err), "连接 %s 超时。请检查网络，稍后再试。"},
		{isCertificate(err), "%s 的证书不可信。请核对网址；单位内部的网站，请先让本机信任签发证书的机构。"},
		{errors.Is(err, http.ErrSchemeMismatch), "%s 不是 https 网站。请把网址开头写成 http。"},
		{errors.Is(err, syscall.ECONNREFUSED), "%s 拒绝连接。请核对网址，并确认网站的服务器在运行。"},
		{errors.Is(err, syscall.ECONNRESET), "与 %s 的连接中断了。请稍后再试。"},
		{errors.Is(err, io.EOF), "与 %s 的连接中断了。请稍后再试。"},
		{errors.Is(err, io.ErrUnexpectedEOF), "与 %s 的连接中断了。请稍后再试。"},
		{errors.Is(err, syscall.ENETUNREACH), "连不上 %s。请检查网络。"},
		{errors.Is(err, syscall.EHOSTUNREACH), "连不上 %s。请检查网络。"},
		{errors.Is(err, syscall.EADDRINUSE), "地址 %s 已经被别的程序占用。请关掉那个程序，或换一个端口。"},
		{errors.Is(err, syscall.EADDRNOTAVAIL), "本机没有 %s 这个地址。请核对。"},
		{errors.Is(err, os.ErrPermission), "没有权限使用 %s。请换一个大于 1024 的端口，或请管理员处理。"},
	} {
		if kind.is {
			return fmt.Sprintf(kind.says, address)
		}
	}
	t.detail(lastCause(err).Error())
	return fmt.Sprintf("连接 %s 时出错。请检查网址和网络，稍后再试。", address)
}

func isTimeout(err error) bool {
	var t interface{ Timeout() bool }
	return errors.As(err, &t) && t.Timeout()
}

func isCertificate(err error) bool {
	var verification *tls.CertificateVerificationError
	var authority x509.UnknownAuthorityError
	var host x509.HostnameError
	var invalid x509.CertificateInvalidError
	return errors.As(err, &verification) || errors.As(err, &authority) || errors.As(err, &host) || errors.As(err, &invalid)
}

// addressOf is the address that a failed operation of the network was about.
func addressOf(err *net.OpError) string {
	if err.Addr != nil {
		return err.Addr.String()
	}
	return "网络"
}

// lastCause is the innermost error of a chain.
func lastCause(err error) error {
	for {
		cause := errors.Unwrap(err)
		if cause == nil {
			return err
		}
		err = cause
	}
}
